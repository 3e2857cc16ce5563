/** The register of municipalities as a bean, and the check of a place in a request. */
package nl.doorlichting.api.places;
