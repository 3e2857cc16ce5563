package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * How many came to a session, in place of a wrong count.
 *
 * @param targetGroup of the people who came; the training type's when absent
 * @param reason why the count before was wrong, in words
 */
public record HeadCountCorrectionRequest(
        @NotNull Quantity participants,
        TargetGroup targetGroup,
        @NotBlank @Size(max = 500) String reason) {}
