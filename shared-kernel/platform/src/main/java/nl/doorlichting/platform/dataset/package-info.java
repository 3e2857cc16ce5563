/** The revision of a set of figures, which changes with every change of their data, and the writes that change them. */
package nl.doorlichting.platform.dataset;
