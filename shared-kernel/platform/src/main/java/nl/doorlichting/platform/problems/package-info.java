/** Problem details (RFC 9457), and the exceptions and failures that become one. */
package nl.doorlichting.platform.problems;
