package nl.doorlichting.training.learningmodules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * How many completed a module in a period: a count, never a person.
 *
 * @param completions how many people completed the module in the period
 * @param targetGroup who they were; absent when not stated
 * @param organisationId number of the organisation whose people they were
 * @param source where this is written
 */
public record LearningCompletionRequest(
        @NotNull Period period,
        @NotNull Quantity completions,
        TargetGroup targetGroup,
        @Size(min = 1, max = 40) String organisationId,
        @NotBlank @Size(max = 500) String source) {}
