package nl.doorlichting.gateway.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimEvaluation;
import nl.doorlichting.domain.claims.ClaimFigure;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.StatedClaim;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the figures of the reports bear a claim out. Numbers are in the unit of the claim.
 *
 * @param claimId id of the claim
 * @param claimVersion version of the claim that was evaluated
 * @param code code of the claim, unique in its programme
 * @param statement what the text claims, in words of the recorder
 * @param language language of statement, by its two letters: nl or en; null where reporting-service is of the last release
 * @param comparison what of the figures the claim is about
 * @param relation how the result stands to the stated figure if the claim holds
 * @param stated the figure in the text
 * @param tolerance how far the result may be from the stated figure
 * @param unit what the stated figure counts
 * @param outcome whether the claim holds
 * @param undecided why the figures do not say; null for a claim that holds or fails
 * @param found what the figures come to, as their best estimate; null where they come to no number
 * @param lowest the result is at least this; null where there is no bound
 * @param highest the result is at most this; null where there is no bound
 * @param difference found minus stated, below zero where the text states more; null where the figures come to no number
 * @param figures the first figure and, if the claim compares two, the second
 * @param source where the text has the claim, in words
 */
public record ClaimEvaluationResponse(
        UUID claimId,
        int claimVersion,
        String programme,
        String code,
        String statement,
        @Schema(nullable = true) String language,
        ClaimComparison comparison,
        ClaimRelation relation,
        BigDecimal stated,
        BigDecimal tolerance,
        ClaimUnit unit,
        ClaimOutcome outcome,
        @Schema(nullable = true) UndecidedReason undecided,
        @Schema(nullable = true) BigDecimal found,
        @Schema(nullable = true) BigDecimal lowest,
        @Schema(nullable = true) BigDecimal highest,
        @Schema(nullable = true) BigDecimal difference,
        List<Figure> figures,
        String source) {

    /**
     * A figure as its report has it now.
     *
     * @param value best estimate; null where there is no number
     * @param lowest it is at least this; null where there is no bound
     * @param highest it is at most this; null where there is no bound
     * @param period the days that it is of; null where they are all of the programme, or no one period
     * @param report path of the report that has it
     */
    @Schema(name = "ClaimedFigure")
    public record Figure(
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) BigDecimal lowest,
            @Schema(nullable = true) BigDecimal highest,
            @Schema(nullable = true) Period period,
            String report) {
        static Figure from(ClaimFigure figure, String report) {
            return new Figure(
                    figure.best(),
                    figure.certainLowest(),
                    figure.certainHighest(),
                    figure.days().period(),
                    report);
        }
    }

    static ClaimEvaluationResponse from(StatedClaim claim, ClaimEvaluation found, List<Figure> figures) {
        return new ClaimEvaluationResponse(
                claim.id(),
                claim.version(),
                claim.programme(),
                claim.code(),
                claim.statement(),
                claim.language(),
                claim.comparison(),
                claim.relation(),
                claim.stated(),
                claim.tolerance(),
                claim.unit(),
                found.outcome(),
                found.undecided(),
                found.found(),
                found.lowest(),
                found.highest(),
                found.difference(),
                figures,
                claim.source());
    }
}
