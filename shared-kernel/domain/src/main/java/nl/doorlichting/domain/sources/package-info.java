/** Where figures are written. */
package nl.doorlichting.domain.sources;
