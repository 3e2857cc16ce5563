package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * How many came to a session, in place of a wrong count.
 *
 * @param participants number of people who came to the session, each once
 * @param targetGroup target group of the people who came; that of the training type if absent
 * @param reason why the count before was wrong, in words
 */
public record HeadCountCorrectionRequest(
        @NotNull Quantity participants,
        TargetGroup targetGroup,
        @NotBlank @Size(max = 500) String reason) {}
