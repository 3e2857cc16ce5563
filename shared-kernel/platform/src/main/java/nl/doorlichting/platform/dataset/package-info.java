/** The revision of a set of figures, which changes with every change of their data. */
package nl.doorlichting.platform.dataset;
