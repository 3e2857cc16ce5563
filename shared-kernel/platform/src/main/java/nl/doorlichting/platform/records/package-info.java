/** Stored records: their locks, and reading them as they were recorded at a moment. */
package nl.doorlichting.platform.records;
