/** Metrics of requests and of the business. */
package nl.doorlichting.platform.metrics;
