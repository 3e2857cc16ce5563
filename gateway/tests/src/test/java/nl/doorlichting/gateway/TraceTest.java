package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request has one trace id: in its response, in the log, at the services and in exported spans. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(TraceTest.EverythingRecorded.class)
class TraceTest {
    public static class EverythingRecorded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.exporter.otlp.endpoint", "http://collector.example:4317",
                    "quarkus.otel.bsp.schedule.delay", "50ms",
                    "doorlichting.traces.share", "1");
        }
    }

    private static final String CANARY = "canary-4711";
    private static final String CALLERS = "0af7651916cd43dd8448eb211c80319c";
    private static final String OF_CALENDAR = "1af7651916cd43dd8448eb211c80319c";

    UpstreamStubs services;

    @Inject
    RecordedSpans spans;

    @BeforeEach
    void stubServices() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            service.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        }
    }

    @Test
    void forwardedRequestIsOneTrace() {
        given().header("traceparent", "00-" + CALLERS + "-b7ad6b7169203331-00")
                .header("tracestate", "vendor=" + CANARY)
                .header("baggage", "name=" + CANARY)
                .header("User-Agent", CANARY)
                .get("/v1/projects/" + CANARY + "?text=" + CANARY)
                .then()
                .statusCode(200);
        var arrived = onlyRequest(services.funding());
        assertTrue(arrived.getHeader("traceparent").matches("00-" + CALLERS + "-[0-9a-f]{16}-01"));
        assertEquals(1, arrived.header("traceparent").values().size());
        assertFalse(arrived.containsHeader("tracestate"));
        assertFalse(arrived.containsHeader("baggage"));
        var sent = spansOf(CALLERS, 2);
        assertTrue(sent.stream().anyMatch(span -> span.getName().equals("GET /v1/projects/{id}")), sent.toString());
        sent.forEach(TraceTest::assertHasNoRequestData);
    }

    @Test
    void keyOfCalendarIsInNoTrace() {
        given().header("traceparent", "00-" + OF_CALENDAR + "-b7ad6b7169203331-00")
                .get("/v1/calendars/" + CANARY)
                .then()
                .statusCode(200);
        var sent = spansOf(OF_CALENDAR, 2);
        assertTrue(sent.stream().anyMatch(span -> span.getName().equals("GET /v1/calendars/{key}")), sent.toString());
        sent.forEach(TraceTest::assertHasNoRequestData);
    }

    @Test
    void composedReportIsOneTraceAtAllServices() {
        given().auth().oauth2(TestIssuer.token(Role.ANALYST)).get("/v1/reports/reach?programme=" + CANARY);
        var inventory = traceOf(onlyRequest(services.reporting()));
        assertEquals(inventory, traceOf(onlyRequest(services.training())));
        var sent = spansOf(inventory, 3);
        assertTrue(sent.stream().anyMatch(span -> span.getName().equals("GET /v1/reports/reach")), sent.toString());
        sent.forEach(TraceTest::assertHasNoRequestData);
    }

    /** Keeps the trace id of a caller, and not its parent span. */
    private static void assertHasNoRequestData(SpanData span) {
        var text = span.getName() + span.getSpanContext() + span.getAttributes() + span.getEvents() + span.getStatus();
        assertFalse(text.contains(CANARY), text);
        assertFalse(text.contains("address=127.0.0.1"), text);
    }

    @Test
    void problemsAndLogLinesNameTheTrace() {
        var lines = new ArrayList<String>();
        var answers = withLog(
                lines, () -> List.of(traceOfProblem("/v1/nothing/" + CANARY), traceOfProblem("/v1/reports/finances")));
        assertNotEquals(answers.get(0), answers.get(1));
        for (var answer : answers) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.startsWith(answer + " GET") && line.endsWith("[" + answer + "]")),
                    answer + " is not in " + lines);
            spansOf(answer, 1).forEach(span -> assertEquals(List.of(), span.getEvents()));
        }
    }

    private static String traceOfProblem(String path) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .get(path)
                .then()
                .extract()
                .path("traceId");
    }

    private List<SpanData> spansOf(String traceId, int count) {
        await().until(() -> spans.ofTrace(traceId).size() >= count);
        return spans.ofTrace(traceId);
    }

    private static LoggedRequest onlyRequest(WireMockServer service) {
        var requests = service.findAll(anyRequestedFor(anyUrl()).withHeader("traceparent", matching(".*")));
        assertEquals(1, requests.size());
        return requests.get(0);
    }

    private static String traceOf(LoggedRequest request) {
        return request.getHeader("traceparent").split("-")[1];
    }

    private static <T> T withLog(List<String> lines, Supplier<T> what) {
        var formatter = new PatternFormatter("%X{traceId} %s");
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(formatter.format(ExtLogRecord.wrap(line)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            return what.get();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }
}
