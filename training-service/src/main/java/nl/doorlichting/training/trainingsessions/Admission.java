package nl.doorlichting.training.trainingsessions;

/**
 * What somebody who registers gets.
 *
 * @param number drawn in the order of arrival, from 1, never twice in a session
 * @param waiting whether the session was full
 */
public record Admission(int number, boolean waiting) {}
