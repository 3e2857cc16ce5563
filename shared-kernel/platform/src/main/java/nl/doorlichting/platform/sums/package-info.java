/** Sums of figures that are kept beside their records, and are always exact (ADR 58). */
package nl.doorlichting.platform.sums;
