/** Everyday work that is done before an instance is ready, so that its first callers do not wait for Java. */
package nl.doorlichting.platform.warmup;
