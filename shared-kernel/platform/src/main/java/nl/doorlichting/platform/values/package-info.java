/** The extension point for types of values: how JSON, a table and the contract show them. */
package nl.doorlichting.platform.values;
