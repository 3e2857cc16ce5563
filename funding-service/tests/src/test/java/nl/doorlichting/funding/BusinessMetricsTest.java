package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.metrics.BusinessMetrics;
import nl.doorlichting.platform.testing.metrics.MonitoredMetrics;
import nl.doorlichting.platform.testing.metrics.PrometheusMetrics;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class BusinessMetricsTest {
    @Inject
    BusinessMetrics board;

    @Inject
    Clock clock;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void openApplicationsAreCountedByStatus() {
        var drafts = figures().value("doorlichting_applications_open", "status=\"DRAFT\"");
        var assessed = figures().value("doorlichting_applications_open", "status=\"ASSESSED\"");
        ApplicationRequests.draft(organisation(OrganisationKind.MUNICIPALITY), "{}");
        assertEquals(drafts + 1, figures().value("doorlichting_applications_open", "status=\"DRAFT\""));
        assertEquals(assessed, figures().value("doorlichting_applications_open", "status=\"ASSESSED\""));
    }

    @Test
    void remainingBudgetMatchesReport() {
        var programme = programme();
        var line = line(programme, "root", null, true);
        var part = line(programme, "part", line, false);
        book(Entry.budgeted(programme, line, 2009, "1000.00"));
        book(Entry.reallocated(programme, line, 2009, "600.00", "elsewhere"));
        book(Entry.disbursed(programme, part, 2009, "49.50"));
        book(Entry.budgeted(programme, line, 2010, "7.00"));
        var labels = "programme=\"" + programme + "\",year=\"2009\"";
        assertEquals(350.5, figures().value("doorlichting_budget_left_euros", labels));
    }

    @Test
    void exposesEverySeriesOfAlertsAndDashboard() {
        var before = clock.instant().getEpochSecond();
        Api.officer().get("/v1/programmes").then().statusCode(200);
        var figures = figures();
        assertEquals(1, figures.value("doorlichting_database_reachable", ""));
        assertEquals(before, figures.value("doorlichting_figures_refreshed_timestamp_seconds", ""), 30);
        MonitoredMetrics.assertShown("funding-service", figures);
    }

    private PrometheusMetrics figures() {
        board.refresh();
        return PrometheusMetrics.at(metrics);
    }
}
