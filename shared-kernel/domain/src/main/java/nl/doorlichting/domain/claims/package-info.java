/** Statements of a text about figures, and whether the figures bear them out (docs/design/figures.md#claims). */
package nl.doorlichting.domain.claims;
