/** Native queries of rows and of single values. */
package nl.doorlichting.platform.queries;
