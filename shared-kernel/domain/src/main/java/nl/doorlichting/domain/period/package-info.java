/** Periods of whole days. */
package nl.doorlichting.domain.period;
