/** Trace ids, which traces are recorded, and what spans leave out. */
package nl.doorlichting.platform.tracing;
