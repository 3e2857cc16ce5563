package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of observations is forwarded whole once funding-service has what its rows refer to. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ImportedReferencesTest {
    private static final String KNOWN = "01938f5a-0000-7000-8000-0000000000b1";
    private static final String UNKNOWN = "01938f5a-0000-7000-8000-0000000000b2";
    private static final String HEADER = "source,programme,projectId\n";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    UpstreamStubs services;

    @BeforeEach
    void fundingHasTwoProgrammesAndOneProject() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        services.reporting().stubFor(post(anyUrl()).willReturn(created()));
        UpstreamStubs.refuse(services.reporting());
        services.funding()
                .stubFor(get("/v1/programmes/csv").willReturn(ok("id,name,code\r\n1,\"a, b\",P 1\r\n2,c,\"Q\"\r\n")));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/projects/csv"))
                        .willReturn(ok("\uFEFFid,name,programme\r\n" + KNOWN + ",\"one\nof two lines\",P 1\r\n")));
    }

    @Test
    void forwardsWholeFileAndAsksOneQuestionOfEachKind() {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"page " + i + ", \"\"é\"\"\"," + (i % 2 == 0 ? "P 1," + KNOWN : "Q,"))
                .collect(Collectors.joining("\r\n"));
        send(CSV, "", HEADER + rows).statusCode(201);
        services.reporting()
                .verify(1, postRequestedFor(urlPathEqualTo("/v1/imports")).withRequestBody(equalTo(HEADER + rows)));
        services.funding().verify(2, getRequestedFor(anyUrl()));
        services.funding()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo("/v1/projects/csv"))
                                .withQueryParam("programme", equalTo("P 1,Q")));
    }

    @Test
    void refusesUnknownProgrammesAndProjectsWithTheirFirstLines() {
        send(CSV, "", HEADER + "s,P 1," + KNOWN + "\n\"two\nlines\",X," + UNKNOWN + "\ns,X,\ns,P 1," + UNKNOWN + "\n")
                .statusCode(400)
                .body("type", is("/v1/problems/validation-failed"))
                .body("violations.pointer", contains("/programme", "/projectId"))
                .body("violations.code", contains("REFERENCE_UNKNOWN", "REFERENCE_UNKNOWN"))
                .body("violations.parameters.value", contains("X", UNKNOWN))
                .body("violations.parameters.line", contains(3, 3))
                .body("violations[0].parameters.allowed", contains("P 1", "Q"))
                .body("violations[0].detail", is("Line 3: There is no programme X."));
        send(CSV, "?strict=true&dryRun=true", "source;programme;projectId\ns;X;\n")
                .statusCode(400);
        send(
                        NDJSON,
                        "",
                        "{\"programme\":\"P 1\",\"note\":{\"programme\":\"Y\"}}\n\n{\"projectId\":\""
                                + UNKNOWN.toUpperCase() + "\",\"programme\":\"P 1\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"))
                .body("violations.parameters.line", contains(3));
        UpstreamStubs.storesNothing(services.reporting(), "/v1/imports");
    }

    @Test
    void namesProgrammeThatDiffersByCaseOnly() {
        send(CSV, "", HEADER + "s,p 1,\n")
                .statusCode(400)
                .body("violations[0].parameters.value", is("p 1"))
                .body("violations[0].parameters.allowed", contains("P 1"))
                .body("violations[0].parameters.line", is(2));
    }

    /** By the rule of a record with strict=true too: see StrictReferencesTest. */
    @Test
    void refusesProjectsOfAnotherProgramme() {
        send(CSV, "", HEADER + "s,P 1," + KNOWN + "\ns,Q," + KNOWN + "\ns,X," + KNOWN + "\n")
                .statusCode(400)
                .body("violations.pointer", contains("/programme", "/projectId"))
                .body("violations.parameters.line", contains(4, 3))
                .body("violations[1].detail", is("Line 3: Programme Q has no project " + KNOWN + "."));
    }

    /** So the service checks the right of the caller first, and its audit trail has the refusal. It gets a small file again. */
    @Test
    void hasTheServiceRefuseTheFileWithWhatItFinds() {
        UpstreamStubs.refuse(
                services.reporting(),
                "{\"in\":\"header\",\"name\":\"Idempotency-Key\",\"code\":\"REQUIRED\",\"parameters\":{},\"detail\":\"x\"}",
                "{\"in\":\"body\",\"pointer\":\"/programme\",\"code\":\"REQUIRED\",\"parameters\":{\"line\":3},"
                        + "\"detail\":\"x\"}");
        send(CSV, "", HEADER + "s,X,\ns,,\n")
                .statusCode(400)
                .body("violations.code", contains("REQUIRED", "REFERENCE_UNKNOWN", "REQUIRED"))
                .body("violations.parameters.line", contains(null, 2, 3));
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/imports"))
                                .withQueryParam("refusedByGateway", equalTo("true"))
                                .withHeader("Content-Type", equalTo(CSV))
                                .withHeader("X-Refused-For", equalTo("REFERENCE_UNKNOWN /programme"))
                                .withRequestBody(equalTo(HEADER + "s,X,\ns,,\n")));
        services.reporting()
                .stubFor(post(urlPathEqualTo("/v1/imports")).atPriority(1).willReturn(forbidden()));
        send(CSV, "", HEADER + "s,X," + UNKNOWN + "\n").statusCode(403);
    }

    @Test
    void refusesPeriodsOutsideTheirProgrammeWithTheirFirstLines() {
        services.funding()
                .stubFor(get("/v1/programmes/csv")
                        .willReturn(ok("id,period.code,period.from,period.until,code\r\n"
                                + "1,2007-2011,2007-01-01,2012-01-01,P 1\r\n2,,2012-01-01,2016-01-01,Q\r\n")));
        send(
                        CSV,
                        "",
                        "period.from,period.until,source,programme\n2007-01-01,2012-01-01,s,P 1\n"
                                + "2011-01-01,2012-01-02,s,P 1\n2011-01-01,2012-01-02,s,P 1\n2011-01-01,2012-01-01,s,Q\n"
                                + "no day,2012-01-02,s,P 1")
                .statusCode(400)
                .body("violations.pointer", contains("/period", "/period"))
                .body("violations.code", contains("OUT_OF_RANGE", "OUT_OF_RANGE"))
                .body("violations.parameters.line", contains(3, 5))
                .body("violations.parameters.minimum", contains("2007-01-01", "2012-01-01"))
                .body("violations[0].detail", startsWith("Line 3"));
        var figure = "{\"period\":{\"from\":\"%s\",\"until\":\"2012-01-01\"},\"reach\":{\"kind\":\"EXACT\"},"
                + "\"programme\":\"P 1\"}\n";
        send(NDJSON, "", figure.formatted("2007-01-01") + figure.formatted("2006-12-31"))
                .statusCode(400)
                .body("violations.parameters.line", contains(2));
        send(NDJSON, "?strict=false", figure.formatted("2006-12-31")).statusCode(201);
        send(NDJSON, "", figure.formatted("2007-01-01")).statusCode(201);
    }

    @Test
    void refusesLongFileAfterItPassed() {
        var rows = IntStream.range(0, 40_000)
                .mapToObj(i -> "a source of some length,P 1," + new UUID(7, i))
                .collect(Collectors.joining("\n"));
        send(CSV, "", HEADER + rows)
                .statusCode(400)
                .body("violations", hasSize(100))
                .body("violations[0].parameters.line", is(2));
        UpstreamStubs.storesNothing(services.reporting(), "/v1/imports");
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/imports"))
                                .withQueryParam("refusedByGateway", equalTo("true"))
                                .withHeader("Content-Length", equalTo("0")));
    }

    @Test
    void asksNothingWithStrictFalse() {
        send(CSV, "?strict=false", HEADER + "s,X," + UNKNOWN + "\n").statusCode(201);
        services.funding().verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void leavesToTheServiceWhatItCannotReadOrMayNotKnow() {
        send(CSV, "", "no header").statusCode(201);
        send(CSV, "", "").statusCode(201);
        send(NDJSON, "", "no json\n{\"programme\":1}\n[]").statusCode(201);
        services.funding().verify(0, getRequestedFor(anyUrl()));
        services.funding().stubFor(get("/v1/programmes/csv").willReturn(forbidden()));
        send(CSV, "", HEADER + "s,X," + UNKNOWN + "\n").statusCode(201);
    }

    @Test
    void answersUnavailableWhileFundingServiceDoesNotAnswer() {
        services.funding().stubFor(get("/v1/programmes/csv").willReturn(serviceUnavailable()));
        send(CSV, "", HEADER + "s,P 1," + KNOWN + "\n").statusCode(503);
        services.reporting().verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void asksNothingForCallerWithoutValidToken() {
        given().contentType(CSV).body(HEADER + "s,X," + UNKNOWN + "\n").post("/v1/imports");
        services.funding().verify(0, getRequestedFor(anyUrl()));
    }

    private static ValidatableResponse send(String type, String query, String file) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(TestIssuer.token(Role.RESEARCHER))
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports" + query)
                .then();
    }
}
