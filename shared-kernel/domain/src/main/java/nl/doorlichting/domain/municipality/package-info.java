/** The register of municipalities: which codes are valid on which day, and which codes succeed them. */
package nl.doorlichting.domain.municipality;
