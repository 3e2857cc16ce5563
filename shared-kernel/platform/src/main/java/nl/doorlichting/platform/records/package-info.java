/** Stored records: their locks, their withdrawal, and reading them as they were recorded at a moment. */
package nl.doorlichting.platform.records;
