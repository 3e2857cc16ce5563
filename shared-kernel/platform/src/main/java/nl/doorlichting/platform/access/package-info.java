/** Which roles may call which operation, and the check of that on every request. */
package nl.doorlichting.platform.access;
