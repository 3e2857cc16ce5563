/** The revision of a set of figures: answers with figures have it as their ETag. */
package nl.doorlichting.platform.dataset;
