package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sums of the evaluations of a session, in steps: figures change only after 5 more answers, and contain all answers up
 * to then. All but codes are null before the first step. A question that may be left out has steps of its own.
 *
 * @param codes number of codes issued
 * @param suppressed whether there are too few answers to show figures
 * @param n number of answers in the figures
 * @param responseRate codes used of codes issued, from 0 to 1; null where the codes of some answers are not known
 * @param mean mean rating, from 1 to 10
 * @param spread standard deviation of the ratings (of a sample)
 * @param knowledgeGained share, from 0 to 1, of answers that state more knowledge; null below 5 answers
 * @param applicable share, from 0 to 1, of answers that it can be used at work; null below 5 answers
 * @param sharedWithPartners share, from 0 to 1, of answers that it is shared with partners; null below 5 answers
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
