/**
 * The figures of reach: what can be asked, how observations are placed in rows, and how rows and totals are counted.
 */
package nl.doorlichting.domain.reach;
