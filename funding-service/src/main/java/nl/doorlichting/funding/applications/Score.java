package nl.doorlichting.funding.applications;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.doorlichting.funding.schemes.AssessmentCriterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an application does on one criterion.
 *
 * @param score score of the criterion, from 1 (poor) to 5 (very good)
 * @param remark why this score, in words; null where none was given
 */
@Embeddable
@Schema(name = "ApplicationScore")
public record Score(
        @Enumerated(EnumType.STRING) AssessmentCriterion criterion,
        int score,
        @Schema(nullable = true) String remark) {}
