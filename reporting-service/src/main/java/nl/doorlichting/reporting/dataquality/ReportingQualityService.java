package nl.doorlichting.reporting.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.reporting.claims.ClaimService;
import nl.doorlichting.reporting.embeddings.EmbeddingRules;
import nl.doorlichting.reporting.findingacceptances.FindingAcceptanceService;
import nl.doorlichting.reporting.publishedtables.PublishedTableService;
import nl.doorlichting.reporting.publishedtables.TableAuditResponse;

/** Gathers what this service has to show about the quality of the data. */
@ApplicationScoped
class ReportingQualityService {
    private static final int MOST_FINDINGS = 1_000;

    private final PublishedTableService tables;
    private final ClaimService claims;
    private final FindingAcceptanceService acceptances;
    private final ReportingQualityQueries queries;
    private final Clock clock;

    ReportingQualityService(
            PublishedTableService tables,
            ClaimService claims,
            FindingAcceptanceService acceptances,
            ReportingQualityQueries queries,
            Clock clock) {
        this.tables = tables;
        this.claims = claims;
        this.acceptances = acceptances;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    ReportingQualityResponse answer(String programme) {
        var today = LocalDate.now(clock);
        return new ReportingQualityResponse(
                audits(programme),
                claims.ofProgramme(programme).stream()
                        .map(ReportingQualityResponse.CheckedClaim::from)
                        .toList(),
                queries.overlaps(programme),
                queries.aboveEvidence(programme),
                queries.stale(programme, today).stream()
                        .filter(statement -> EmbeddingRules.isStale(statement.statedOn(), today))
                        .toList(),
                queries.reachPeriods(programme),
                queries.uses(programme),
                queries.references(programme),
                acceptances.holding(programme));
    }

    /** Of tables in which something was found, until these have as many findings as are shown. */
    private List<TableAuditResponse> audits(String programme) {
        var shown = new ArrayList<TableAuditResponse>();
        tables.audit(programme, audit -> {
            if (findings(audit) > 0
                    && shown.stream()
                                    .mapToInt(ReportingQualityService::findings)
                                    .sum()
                            < MOST_FINDINGS) {
                shown.add(audit);
            }
        });
        return shown;
    }

    private static int findings(TableAuditResponse audit) {
        return audit.findings().size() + audit.danglingIdentities().size();
    }
}
