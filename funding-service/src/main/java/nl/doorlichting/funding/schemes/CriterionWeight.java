package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How much a criterion counts when the applications of a scheme are ranked.
 *
 * @param weight by which the score of the criterion is multiplied, from 1 to 100
 */
@Embeddable
public record CriterionWeight(
        @NotNull @Enumerated(EnumType.STRING) AssessmentCriterion criterion,
        @NotNull @Min(1) @Max(100) Integer weight) {}
