package nl.doorlichting.reporting.dataquality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.claims.ClaimResponse;
import nl.doorlichting.reporting.findingacceptances.FindingAcceptanceResponse;
import nl.doorlichting.reporting.publishedtables.TableAuditResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What this service has to show about the quality of the data of a programme. Of each kind at most 1,000.
 *
 * @param audits audits of published tables that found something
 * @param claims claims that are not withdrawn
 * @param roundOverlaps pairs of inventory rounds that share days
 * @param verdictsAboveEvidence verdicts that claim more than their evidence supports
 * @param staleEmbeddings latest statements on embedding that are older than a year
 * @param reachPeriods periods of figures and tallies of reach, which are expected within those of the programme
 * @param references what records state about projects and organisations
 * @param acceptances acceptances of findings that hold
 */
public record ReportingQualityResponse(
        List<TableAuditResponse> audits,
        List<ClaimResponse> claims,
        List<RoundOverlap> roundOverlaps,
        List<AboveEvidence> verdictsAboveEvidence,
        List<StaleEmbedding> staleEmbeddings,
        List<ReachPeriod> reachPeriods,
        List<ReferenceUse> references,
        List<FindingAcceptanceResponse> acceptances) {

    /**
     * Two inventory rounds that share days.
     *
     * @param roundId id of the round that begins first
     * @param round its code
     * @param otherId id of the other round
     * @param other code of the other round
     */
    @Schema(name = "RoundOverlap")
    public record RoundOverlap(UUID roundId, String round, UUID otherId, String other) {}

    /**
     * A verdict that claims more than its evidence supports.
     *
     * @param judgementId id of the verdict
     * @param verdict the verdict
     * @param evidenceLevel strength of its evidence, from 0 to 4; null where not known
     * @param needed lowest strength that supports the verdict
     */
    @Schema(name = "VerdictAboveEvidence")
    public record AboveEvidence(
            UUID judgementId,
            Verdict verdict,
            @Schema(nullable = true) Integer evidenceLevel,
            int needed) {}

    /**
     * A latest statement on embedding that is older than a year.
     *
     * @param embeddingId id of the statement
     * @param subject what was to be embedded, in words
     * @param statedOn day of the statement
     */
    @Schema(name = "StaleEmbedding")
    public record StaleEmbedding(UUID embeddingId, String subject, LocalDate statedOn) {}

    /**
     * A period of figures of reach.
     *
     * @param path path of the records
     * @param recordId id of one of them
     * @param records how many there are
     */
    @Schema(name = "ReachPeriod")
    public record ReachPeriod(String path, UUID recordId, long records, Period period) {}
}
