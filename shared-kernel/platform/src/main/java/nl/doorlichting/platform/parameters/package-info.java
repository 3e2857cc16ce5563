/** The check of query and path parameters against what the operation declares. */
package nl.doorlichting.platform.parameters;
