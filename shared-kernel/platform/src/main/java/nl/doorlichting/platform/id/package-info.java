/** Identifiers of records. */
package nl.doorlichting.platform.id;
