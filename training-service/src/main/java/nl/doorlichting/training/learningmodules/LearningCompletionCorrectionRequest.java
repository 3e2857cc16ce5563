package nl.doorlichting.training.learningmodules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * What a count of completions should have stated.
 *
 * @param reason why the count before was wrong, in words
 * @param period days in which the module was completed: from is included, until is not
 * @param completions number of people who completed the module in the period, as the source counts them
 * @param targetGroup target group of the people; not stated if absent, and statistics then take that of the module
 * @param organisationId organisation whose people they were, by its number, as in GM0988 (number of /v1/organisations);
 *     it is not checked; not stated if absent, and statistics then take that of the module
 * @param source where the number is written, in words: the document and its page or line
 */
public record LearningCompletionCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull Period period,
        @NotNull Quantity completions,
        TargetGroup targetGroup,
        @Size(min = 1, max = 40) String organisationId,
        @NotBlank @Size(max = 500) String source) {

    /** The request that would have recorded the number right the first time. */
    LearningCompletionRequest corrected() {
        return new LearningCompletionRequest(period, completions, targetGroup, organisationId, source);
    }
}
