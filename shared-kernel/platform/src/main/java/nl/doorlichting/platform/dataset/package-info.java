/**
 * The revision of a set of figures, which changes with every change of their data, the writes that change them, and the
 * build that calculates them.
 */
package nl.doorlichting.platform.dataset;
