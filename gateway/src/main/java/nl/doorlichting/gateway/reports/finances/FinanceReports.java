package nl.doorlichting.gateway.reports.finances;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.UnknownReferences;

/** Asks the one source of money. */
@ApplicationScoped
public class FinanceReports {
    private final FundingClient funding;
    private final UnknownReferences unknown;

    FinanceReports(FundingClient funding, UnknownReferences unknown) {
        this.funding = funding;
        this.unknown = unknown;
    }

    /**
     * The report; fails when the service does not respond.
     *
     * @param asOf recorded time; null for now
     */
    public Uni<FinanceReport> report(String programme, Instant asOf) {
        var report = funding.budget(programme, asOf == null ? null : asOf.toString())
                .map(Completeness::required)
                .map(FinanceReport::from);
        return unknown.check(
                Map.of("programme", programme), report, found -> found.rows().isEmpty());
    }
}
