/**
 * The one engine of figures. A source answers a question with facts; rules, in one fixed order, turn facts into a table.
 * SQL may narrow and add up; it never decides.
 */
package nl.doorlichting.domain.figures;
