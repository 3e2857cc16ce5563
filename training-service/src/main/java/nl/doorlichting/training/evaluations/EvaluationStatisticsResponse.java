package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sums of the evaluations of a session, in steps: figures change only after 5 more answers, and contain all answers up
 * to then. All but codes are null before the first step. A question that may be left out has steps of its own.
 *
 * @param codes number of codes handed out, one for each person who came; 0 before a roll call
 * @param suppressed whether figures are hidden because fewer than 5 answered; n, responseRate, mean, spread and the
 *     shares are null then
 * @param n number of answers in the figures, one for each code that was used; null while suppressed
 * @param responseRate answers divided by codes handed out (n by codes), from 0 to 1 with two decimals; null while
 *     suppressed, and where n is above codes, because the codes of some answers are counted elsewhere
 * @param mean mean rating, from 1 to 10 with two decimals; null while suppressed
 * @param spread standard deviation of the ratings (of a sample), in points of the scale of 1 to 10, with two decimals;
 *     null while suppressed
 * @param knowledgeGained of those who answered this question the share that knows more than before, from 0 to 1 with
 *     two decimals; null where fewer than 5 answered the question
 * @param applicable of those who answered this question the share that can use at work what was taught, from 0 to 1
 *     with two decimals; null where fewer than 5 answered the question
 * @param sharedWithPartners of those who answered this question the share that shares what was taught with partners in
 *     their network, or is going to, from 0 to 1 with two decimals; null where fewer than 5 answered the question
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
