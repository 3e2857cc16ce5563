/** The clock that all code gets injected. */
package nl.doorlichting.platform.time;
