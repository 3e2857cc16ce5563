/** Fixed publications of figures: their names, their finished cells, and what differs between two of them. */
package nl.doorlichting.domain.releases;
