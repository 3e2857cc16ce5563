/** Counts as people reported them, with their certainty, and how they are added up. */
package nl.doorlichting.domain.quantity;
