/**
 * The figures of effects: what can be asked, how activities are placed in rows, and how rows and totals are counted.
 */
package nl.doorlichting.domain.effects;
