/** The query parameters of figures. */
package nl.doorlichting.api.parameters;
