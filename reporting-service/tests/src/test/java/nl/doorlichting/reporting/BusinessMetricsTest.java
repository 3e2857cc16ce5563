package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.doorlichting.platform.metrics.BusinessMetrics;
import nl.doorlichting.platform.testing.metrics.MonitoredMetrics;
import nl.doorlichting.platform.testing.metrics.PrometheusMetrics;
import nl.doorlichting.reporting.imports.ImportWorker;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class BusinessMetricsTest {
    private static final String IMPORTS = "work=\"import\"";

    @Inject
    BusinessMetrics board;

    @Inject
    ImportWorker worker;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void countsReportsFromSubmissionToReview() {
        var before = figures().value("doorlichting_reports_awaiting_review", "");
        var report = Api.begin(Report.of("figures", null).without("roundId").about(UUID.randomUUID(), "GM0988"));
        assertEquals(before, figures().value("doorlichting_reports_awaiting_review", ""));
        Api.take(report, "submission");
        assertEquals(before + 1, figures().value("doorlichting_reports_awaiting_review", ""));
        Api.take(report, "approval");
        assertEquals(before, figures().value("doorlichting_reports_awaiting_review", ""));
    }

    @Test
    void countsImportUntilItFinishes() {
        worker.work();
        assertEquals(0, figures().value("doorlichting_jobs_unfinished", IMPORTS));
        assertEquals(0, figures().value("doorlichting_jobs_oldest_seconds", IMPORTS));
        var plain = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        Api.researcher()
                .config(RestAssuredConfig.config().encoderConfig(plain))
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body((ImportTest.HEADER + "\nno figure\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(201);
        var waiting = figures();
        assertEquals(1, waiting.value("doorlichting_jobs_unfinished", IMPORTS));
        assertTrue(waiting.value("doorlichting_jobs_oldest_seconds", IMPORTS) > 0);
        worker.work();
        assertEquals(0, figures().value("doorlichting_jobs_unfinished", IMPORTS));
    }

    @Test
    void exposesEveryWatchedMetric() {
        Api.analyst().get("/v1/inventory-rounds").then().statusCode(200);
        MonitoredMetrics.assertShown("reporting-service", figures());
    }

    private PrometheusMetrics figures() {
        board.refresh();
        return PrometheusMetrics.at(metrics);
    }
}
