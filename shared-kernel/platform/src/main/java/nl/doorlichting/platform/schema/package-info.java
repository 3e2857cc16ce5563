/** The schema that a service needs and the one that its database has. */
package nl.doorlichting.platform.schema;
