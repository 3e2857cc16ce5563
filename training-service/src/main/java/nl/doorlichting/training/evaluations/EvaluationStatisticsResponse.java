package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What participants thought of a session, in steps: figures change only when 5 more answered, and are of all who had
 * answered by then. All but codes are null before the first step. A question that may be left out has steps of its own.
 *
 * @param codes codes given
 * @param suppressed whether too few answered for figures to be shown
 * @param n answers that the figures are of
 * @param responseRate those of codes given, from 0 to 1
 * @param mean mean rating, from 1 to 10
 * @param spread standard deviation of the ratings (of a sample)
 * @param knowledgeGained share of those who said, from 0 to 1, that they know more; null where fewer than 5 said
 * @param applicable share who can use it at work, likewise
 * @param sharedWithPartners share who share it with partners, likewise
 */
@Schema(name = "SessionEvaluationStatistics")
public record EvaluationStatisticsResponse(
        UUID trainingSessionId,
        long codes,
        boolean suppressed,
        @Schema(nullable = true) Long n,
        @Schema(nullable = true) BigDecimal responseRate,
        @Schema(nullable = true) BigDecimal mean,
        @Schema(nullable = true) BigDecimal spread,
        @Schema(nullable = true) BigDecimal knowledgeGained,
        @Schema(nullable = true) BigDecimal applicable,
        @Schema(nullable = true) BigDecimal sharedWithPartners) {

    static EvaluationStatisticsResponse from(UUID sessionId, EvaluationSums sums) {
        return new EvaluationStatisticsResponse(
                sessionId,
                sums.codes(),
                !sums.enough(),
                sums.enough() ? sums.answers() : null,
                sums.responseRate(),
                sums.mean(),
                sums.spread(),
                sums.knowledgeGained().share(),
                sums.applicable().share(),
                sums.sharedWithPartners().share());
    }
}
