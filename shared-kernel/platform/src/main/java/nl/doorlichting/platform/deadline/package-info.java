/** How long the caller of a request waits for its answer, and the statements that end with it. */
package nl.doorlichting.platform.deadline;
