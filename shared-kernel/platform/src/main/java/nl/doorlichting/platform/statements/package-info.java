/** Statements that share a message to the database. */
package nl.doorlichting.platform.statements;
