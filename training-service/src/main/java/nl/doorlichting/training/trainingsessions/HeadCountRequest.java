package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotNull;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * How many came to a session.
 *
 * @param participants number of people who came to the session, each once
 * @param targetGroup target group of the people who came; that of the training type if absent
 */
public record HeadCountRequest(@NotNull Quantity participants, TargetGroup targetGroup) {}
