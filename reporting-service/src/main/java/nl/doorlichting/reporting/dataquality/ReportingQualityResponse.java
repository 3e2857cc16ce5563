package nl.doorlichting.reporting.dataquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
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
 * @param claims claims that are not withdrawn: of each what a failing one is found and named by, because this is read by
 *     callers who may not read claims
 * @param roundOverlaps pairs of inventory rounds that share days
 * @param verdictsAboveEvidence verdicts that claim more than their evidence supports
 * @param staleEmbeddings latest statements on embedding that are older than a year
 * @param reachPeriods periods of figures and tallies of reach, which are expected within those of the programme
 * @param programmeUses records that name the programme, without figures of reach, of which reachPeriods has all: the
 *     programme may be unknown
 * @param references what records state about projects and organisations
 * @param acceptances acceptances of findings that hold
 */
public record ReportingQualityResponse(
        List<TableAuditResponse> audits,
        List<CheckedClaim> claims,
        List<RoundOverlap> roundOverlaps,
        List<AboveEvidence> verdictsAboveEvidence,
        List<StaleEmbedding> staleEmbeddings,
        List<ReachPeriod> reachPeriods,
        List<ProgrammeUse> programmeUses,
        List<ReferenceUse> references,
        List<FindingAcceptanceResponse> acceptances) {

    /**
     * What the report on data quality shows of a claim, and compares with the figures.
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
     */
    @Schema(name = "CheckedClaim")
    public record CheckedClaim(
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
            ClaimResponse.Reference first,
            @Schema(nullable = true) ClaimResponse.Reference second,
            int version) {
        static CheckedClaim from(ClaimResponse claim) {
            return new CheckedClaim(
                    claim.id(),
                    claim.programme(),
                    claim.code(),
                    claim.statement(),
                    claim.comparison(),
                    claim.relation(),
                    claim.stated(),
                    claim.tolerance(),
                    claim.unit(),
                    claim.period(),
                    claim.first(),
                    claim.second(),
                    claim.version());
        }
    }

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
     * @param projectId project that it is on, by its id (id of /v1/projects); null for one on no project
     * @param verdict the verdict
     * @param evidenceLevel strength of its evidence, from 0 to 4; null where not known
     * @param needed lowest strength that supports the verdict
     */
    @Schema(name = "VerdictAboveEvidence")
    public record AboveEvidence(
            UUID judgementId,
            @Schema(nullable = true) UUID projectId,
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
