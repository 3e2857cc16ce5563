package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sums of the evaluations of a session, in steps: figures change only after 5 more answers, and contain all answers up
 * to then. All but codes are null before the first step. A question that may be left out has steps of its own.
 *
 * @param codes number of codes handed out, one for each person who came
 * @param suppressed whether figures are hidden because fewer than 5 answered; all but codes are null then
 * @param n number of answers in the figures; null while suppressed
 * @param responseRate codes used divided by codes handed out, from 0 to 1; null while suppressed, and where the codes
 *     of some answers are not known
 * @param mean mean rating, from 1 to 10; null while suppressed
 * @param spread standard deviation of the ratings (of a sample), in points of that scale; null while suppressed
 * @param knowledgeGained share of answers that state more knowledge, from 0 to 1; null where fewer than 5 answered the
 *     question
 * @param applicable share of answers that it can be used at work, from 0 to 1; null where fewer than 5 answered the
 *     question
 * @param sharedWithPartners share of answers that it is shared with partners, from 0 to 1; null where fewer than 5
 *     answered the question
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
