/** How the values of the domain are read from and written to JSON. */
package nl.doorlichting.api.json;
