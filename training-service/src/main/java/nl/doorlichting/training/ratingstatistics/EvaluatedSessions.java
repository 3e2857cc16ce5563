package nl.doorlichting.training.ratingstatistics;

import nl.doorlichting.kernel.effects.StatedActivity;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** Sessions that state the same, and what their participants answered. */
record EvaluatedSessions(StatedActivity stated, long sessions, EvaluationSums sums) {}
