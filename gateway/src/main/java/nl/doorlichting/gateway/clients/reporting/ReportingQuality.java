package nl.doorlichting.gateway.clients.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.publishedtables.RepairCertainty;
import nl.doorlichting.domain.publishedtables.TableFindingKind;
import nl.doorlichting.domain.publishedtables.TableSumKind;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.StatedClaim;

/** What the reporting service has to show about the quality of the data of a programme. */
public record ReportingQuality(
        List<TableAudit> audits,
        List<CheckedClaim> claims,
        List<RoundOverlap> roundOverlaps,
        List<AboveEvidence> verdictsAboveEvidence,
        List<StaleEmbedding> staleEmbeddings,
        List<ReachPeriod> reachPeriods,
        List<ProgrammeUse> programmeUses,
        List<ReferenceUse> references,
        List<Acceptance> acceptances) {
    /** Nothing to show. */
    public static final ReportingQuality NONE = new ReportingQuality(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ReportingQuality {
        audits = List.copyOf(audits);
        claims = List.copyOf(claims);
        roundOverlaps = List.copyOf(roundOverlaps);
        verdictsAboveEvidence = List.copyOf(verdictsAboveEvidence);
        staleEmbeddings = List.copyOf(staleEmbeddings);
        // The release before has none.
        reachPeriods = reachPeriods == null ? List.of() : List.copyOf(reachPeriods);
        programmeUses = List.copyOf(programmeUses);
        references = List.copyOf(references);
        acceptances = List.copyOf(acceptances);
    }

    /** A claim without what only those may read who read claims. */
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
            Period period,
            StatedClaims.Reference first,
            StatedClaims.Reference second,
            int version) {
        /** The same to evaluate; it has no source, and does not state its language. */
        public StatedClaim toStated() {
            return new StatedClaim(
                    id,
                    programme,
                    code,
                    statement,
                    null,
                    comparison,
                    relation,
                    stated,
                    tolerance,
                    unit,
                    period,
                    first,
                    second,
                    "",
                    false,
                    version);
        }
    }

    /** The audit of a table that found something. */
    public record TableAudit(UUID tableId, String table, List<TableFinding> findings, List<String> danglingIdentities) {
        public TableAudit {
            findings = List.copyOf(findings);
            // The release before has none.
            danglingIdentities = danglingIdentities == null ? List.of() : List.copyOf(danglingIdentities);
        }
    }

    /** Something that a careful reader would ask about. */
    public record TableFinding(
            TableFindingKind kind, RepairCertainty certainty, List<Cell> cells, List<Sum> sums, List<Repair> repairs) {}

    /** A cell of a table. */
    public record Cell(String table, int row, int column, String rowLabel, String columnLabel, String printed) {}

    /** A sum that fails. Numbers are null where they are not readable. */
    public record Sum(
            TableSumKind kind,
            String table,
            String line,
            BigDecimal recalculated,
            BigDecimal printed,
            BigDecimal difference) {}

    /** Changes that together mend all sums of the finding. */
    public record Repair(List<Edit> edits) {}

    /** One changed cell. */
    public record Edit(Cell cell, String proposed) {}

    /** Two inventory rounds that share days. */
    public record RoundOverlap(UUID roundId, String round, UUID otherId, String other) {}

    /** A verdict that claims more than its evidence supports; its project and its level can be null. */
    public record AboveEvidence(UUID judgementId, UUID projectId, Verdict verdict, Integer evidenceLevel, int needed) {}

    /** A latest statement on embedding that is older than a year. */
    public record StaleEmbedding(UUID embeddingId, String subject, LocalDate statedOn) {}

    /** A period of figures of reach, and one of the records with it. */
    public record ReachPeriod(String path, UUID recordId, long records, Period period) {}

    /** That a finding is known and stays. */
    public record Acceptance(UUID id, UUID findingId, String reason, Instant acceptedAt, String acceptedBy) {}
}
