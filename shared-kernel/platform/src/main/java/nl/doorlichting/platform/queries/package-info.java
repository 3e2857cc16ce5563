/** Native queries of single values. */
package nl.doorlichting.platform.queries;
