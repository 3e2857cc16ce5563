/** Row-level security: the database connection of a request shows only the rows that its caller may see. */
package nl.doorlichting.platform.isolation;
