package nl.doorlichting.reporting.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statement of a text about figures of the reports, as it stands in one version.
 *
 * @param code code of the claim, unique in its programme
 * @param statement what the text claims, in words of the recorder
 * @param comparison what of the figures the claim is about
 * @param relation how the result stands to the stated figure if the claim holds
 * @param stated the figure in the text, in the unit
 * @param tolerance how far the result may be from the stated figure, in the unit
 * @param unit what the stated figure counts
 * @param period the days that the text is about; null where they are not compared
 * @param first the figure, or the first of two
 * @param second the second figure; null with VALUE
 * @param language language of statement, by its two letters: nl or en
 * @param source where the text has it, in words: the document and its page or line
 * @param reason why the version before was wrong, or why the claim is withdrawn, in words; null in the first version
 * @param published whether this version is public
 * @param withdrawn whether the claim is withdrawn, so that it is not evaluated
 * @param correctionPending whether the withdrawal of the public claim waits for a reviewer
 * @param rejectedCorrection the last withdrawal of the public claim that a reviewer decided on, where it was rejected; null
 *     where it was approved or there was none
 */
public record ClaimResponse(
        UUID id,
        String programme,
        String code,
        String statement,
        ClaimComparison comparison,
        ClaimRelation relation,
        BigDecimal stated,
        BigDecimal tolerance,
        ClaimUnit unit,
        @Schema(nullable = true) Period period,
        Reference first,
        @Schema(nullable = true) Reference second,
        String language,
        String source,
        @Schema(nullable = true) String reason,
        boolean published,
        boolean withdrawn,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        int version,
        Instant recordedAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * A figure of a report, or of a published table.
     *
     * @param report the report that has the figure, or PUBLISHED_TABLES
     * @param filters filters of the report; empty where it has none
     * @param row the fields that tell the row apart; empty for the total
     * @param measure the figure of the row
     */
    @Schema(name = "ClaimReference")
    public record Reference(
            ClaimReport report, List<ClaimRequest.Field> filters, List<ClaimRequest.Field> row, ReportMeasure measure) {
        private static Reference from(ClaimRequest.Reference stated) {
            return stated == null
                    ? null
                    : new Reference(stated.report(), orNone(stated.filters()), orNone(stated.row()), stated.measure());
        }

        private static List<ClaimRequest.Field> orNone(List<ClaimRequest.Field> fields) {
            return fields == null ? List.of() : fields;
        }
    }

    /** Every version of a claim, the oldest first. */
    @Schema(name = "ClaimHistory")
    public record History(List<ClaimResponse> items) {}

    static ClaimResponse from(
            ClaimVersion claim,
            ClaimRequest content,
            boolean published,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        return new ClaimResponse(
                claim.id(),
                content.programme(),
                content.code(),
                content.statement(),
                content.comparison(),
                content.relation(),
                content.stated(),
                content.tolerance(),
                content.unit(),
                content.period(),
                Reference.from(content.first()),
                Reference.from(content.second()),
                content.language(),
                content.source(),
                claim.reason(),
                published,
                claim.isWithdrawn(),
                correctionPending,
                rejected,
                claim.withdrawal(),
                claim.version(),
                claim.recordedAt(),
                claim.recordedBy(),
                claim.etag(published),
                allowedActions);
    }
}
