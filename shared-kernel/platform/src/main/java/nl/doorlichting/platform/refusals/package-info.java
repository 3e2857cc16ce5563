/** Writes that the gateway refuses, and their services with it. */
package nl.doorlichting.platform.refusals;
