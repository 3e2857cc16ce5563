package nl.doorlichting.training.trainingsessions;

import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * What a roll call found, to be stored.
 *
 * @param targetGroup who they were; the training type's when null
 */
public record RollCallCounts(int present, int absent, int excused, TargetGroup targetGroup) {}
