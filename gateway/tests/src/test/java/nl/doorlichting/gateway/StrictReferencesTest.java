package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With strict=true the gateway asks funding-service for what a new record of results refers to. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class StrictReferencesTest {
    private static final String KNOWN = "01938f5a-0000-7000-8000-0000000000b1";
    private static final String UNKNOWN = "01938f5a-0000-7000-8000-0000000000b2";
    private static final String OF_OTHER = "01938f5a-0000-7000-8000-0000000000b3";
    private static final String FIGURE = "{\"programme\":\"%s\",\"projectId\":\"%s\","
            + "\"period\":{\"from\":\"%s\",\"until\":\"2011-01-01\"},\"note\":\"é\"}";

    UpstreamStubs services;

    @BeforeEach
    void fundingHasOneProgrammeAndOneProject() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        services.reporting().stubFor(post(anyUrl()).willReturn(created()));
        UpstreamStubs.refuse(services.reporting());
        UpstreamStubs.refuse(services.training());
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(okJson("{\"items\":[]}")));
        services.funding()
                .stubFor(get("/v1/programmes?code=P+1")
                        .willReturn(okJson(
                                "{\"items\":[{\"period\":{\"from\":\"2007-01-01\",\"until\":\"2012-01-01\"}}]}")));
        services.funding().stubFor(get("/v1/programmes/csv").willReturn(ok("id,code\r\n1,P 1\r\n")));
        services.funding().stubFor(get("/v1/projects/" + UNKNOWN).willReturn(notFound()));
        services.funding().stubFor(get("/v1/projects/" + KNOWN).willReturn(okJson("{\"programme\":\"P 1\"}")));
        services.funding().stubFor(get("/v1/projects/" + OF_OTHER).willReturn(okJson("{\"programme\":\"P 2\"}")));
    }

    @Test
    void forwardsWholeRecordWhoseReferencesAreThere() {
        var figure = FIGURE.formatted("P 1", KNOWN, "2010-01-01");
        create("/v1/reach-observations?strict=true", figure).statusCode(201);
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/reach-observations"))
                                .withRequestBody(equalToJson(figure)));
    }

    @Test
    void refusesWhatIsUnknownAtItsPlaceAndForwardsNothing() {
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                .statusCode(400)
                .body("type", is("/v1/problems/validation-failed"))
                .body("violations.pointer", contains("/programme", "/projectId"))
                .body("violations.code", contains("REFERENCE_UNKNOWN", "REFERENCE_UNKNOWN"));
        create("/v1/reach-observations?strict=true", FIGURE.formatted("P 1", KNOWN, "2006-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/period"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.minimum", is("2007-01-01"));
        create(
                        "/v1/inventory-reports?strict=true",
                        "{\"programme\":\"P 1\",\"projects\":[{\"projectId\":\"" + KNOWN + "\"},{\"projectId\":\""
                                + UNKNOWN + "\"}]}")
                .statusCode(400)
                .body("violations.pointer", contains("/projects/1/projectId"));
        create(
                        "/v1/inventory-rounds?strict=true",
                        "{\"programme\":\"P 1\",\"projects\":[\"" + UNKNOWN + "\"],\"period\":{\"from\":\"2012-01-01\","
                                + "\"until\":\"2013-01-01\"}}")
                .statusCode(400)
                .body("violations.pointer", contains("/projects/0"));
        for (var path : List.of("/v1/reach-observations", "/v1/inventory-reports", "/v1/inventory-rounds")) {
            UpstreamStubs.storesNothing(services.reporting(), path);
        }
    }

    /** Without any parameter: what is published once stays. */
    @Test
    void refusesReleaseOfUnknownProgramme() {
        var release = "{\"programme\":\"%s\",\"certainty\":\"PROVISIONAL\"}";
        create(Role.ANALYST, "/v1/releases", release.formatted("Q"))
                .statusCode(400)
                .body("violations.pointer", contains("/programme"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"))
                .body("violations[0].parameters.allowed", contains("P 1"));
        UpstreamStubs.storesNothing(services.reporting(), "/v1/releases");
        create(Role.ANALYST, "/v1/releases", release.formatted("P 1")).statusCode(201);
    }

    @Test
    void namesProgrammesThatThereAre() {
        programmes("B-1", "APR-2007-2011");
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", KNOWN, "2010-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/programme"))
                .body("violations[0].parameters.value", is("Q"))
                .body("violations[0].parameters.allowed", contains("APR-2007-2011", "B-1"))
                .body("violations[0].detail", is("There is no programme Q."));
    }

    @Test
    void doesNotNameSomeOfManyProgrammes() {
        programmes(
                IntStream.rangeClosed(1, 201).mapToObj(number -> "P" + number).toArray(String[]::new));
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", KNOWN, "2010-01-01"))
                .statusCode(400)
                .body("violations[0].parameters", not(hasKey("allowed")))
                .body("violations[0].detail", is("There is no programme Q."));
    }

    private void programmes(String... codes) {
        services.funding()
                .stubFor(get("/v1/programmes/csv").willReturn(ok("code\r\n" + String.join("\r\n", codes) + "\r\n")));
    }

    /** Case counts in a reference, although no second programme can differ by it only. */
    @Test
    void namesProgrammeThatDiffersByCaseOnly() {
        create("/v1/reach-observations?strict=true", FIGURE.formatted("p 1", KNOWN, "2010-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/programme"))
                .body("violations[0].code", is("REFERENCE_UNKNOWN"))
                .body("violations[0].parameters.value", is("p 1"))
                .body("violations[0].parameters.allowed", contains("P 1"));
    }

    /** By the rule of a file too: see ImportedReferencesTest. */
    @Test
    void refusesProjectOfAnotherProgramme() {
        create("/v1/reach-observations?strict=true", FIGURE.formatted("P 1", OF_OTHER, "2010-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"))
                .body("violations[0].parameters.value", is(OF_OTHER))
                .body("violations[0].detail", is("Programme P 1 has no project " + OF_OTHER + "."));
        create(
                        "/v1/inventory-rounds?strict=true",
                        "{\"programme\":\"P 1\",\"projects\":[\"" + KNOWN + "\",\"" + OF_OTHER + "\"]}")
                .statusCode(400)
                .body("violations.pointer", contains("/projects/1"));
        // Of an unknown programme nothing more is said.
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", OF_OTHER, "2010-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/programme"));
    }

    /** A change that names no programme leaves the one that the record has. */
    @Test
    void refusesProjectOfAnotherProgrammeInChange() {
        services.training().stubFor(patch(anyUrl()).willReturn(okJson("{}")));
        var session = "/v1/training-sessions/" + KNOWN;
        services.training().stubFor(get(session).willReturn(okJson("{\"programme\":\"P 1\"}")));
        for (var path : List.of(session, session + "/series")) {
            var change = given().auth()
                    .oauth2(TestIssuer.token(Role.TRAINING_COORDINATOR))
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"1\"");
            change.body("{\"projectId\":\"" + OF_OTHER + "\"}")
                    .patch(path + "?strict=true")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/projectId"));
            change.body("{\"projectId\":\"" + KNOWN + "\"}")
                    .patch(path + "?strict=true")
                    .then()
                    .statusCode(200);
        }
        var lesson = "/v1/lessons/" + KNOWN;
        services.reporting().stubFor(get(lesson).willReturn(okJson("{\"programme\":\"P 1\"}")));
        create(lesson + "/corrections?strict=true", "{\"reason\":\"r\",\"projectId\":\"" + OF_OTHER + "\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"));
        create(
                        lesson + "/corrections?strict=true",
                        "{\"reason\":\"r\",\"programme\":\"P 1\",\"projectId\":\"" + KNOWN + "\"}")
                .statusCode(201);
    }

    @Test
    void doesNotCheckChangeOfNoKnownVersion() {
        var lesson = "/v1/lessons/" + KNOWN;
        services.reporting().stubFor(patch(urlPathEqualTo(lesson)).willReturn(status(428)));
        for (var header : List.of("", "1")) {
            given().auth()
                    .oauth2(TestIssuer.token(Role.RESEARCHER))
                    .contentType("application/merge-patch+json")
                    .header("If-Match", header)
                    .body("{\"projectId\":\"" + UNKNOWN + "\"}")
                    .patch(lesson + "?strict=true")
                    .then()
                    .statusCode(428);
        }
        services.reporting()
                .verify(2, patchRequestedFor(urlPathEqualTo(lesson)).withQueryParam("refusedByGateway", absent()));
    }

    /** So the service checks the right of the caller first, and its audit trail has the refusal. */
    @Test
    void hasTheServiceRefuseWhatItFinds() {
        var figure = FIGURE.formatted("Q", UNKNOWN, "2010-01-01");
        create("/v1/reach-observations?strict=true", figure).statusCode(400);
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/reach-observations"))
                                .withQueryParam("strict", equalTo("true"))
                                .withQueryParam("refusedByGateway", equalTo("true"))
                                .withRequestBody(equalToJson(figure)));
        services.reporting()
                .stubFor(post(urlPathEqualTo("/v1/reach-observations"))
                        .atPriority(1)
                        .willReturn(forbidden()));
        create("/v1/reach-observations?strict=true", figure).statusCode(403);
    }

    /** What comes alone without strict comes alone with it: an unknown record, a taken name, a stale ETag. */
    @Test
    void answersWhatTheServiceRefusesFirst() {
        var lesson = "/v1/lessons/" + KNOWN;
        for (var status : List.of(404, 409, 412, 428)) {
            services.reporting()
                    .stubFor(patch(urlPathEqualTo(lesson))
                            .atPriority(1)
                            .willReturn(jsonResponse("{\"type\":\"/v1/problems/x\",\"violations\":[]}", status)
                                    .withHeader("Content-Type", "application/problem+json")));
            given().auth()
                    .oauth2(TestIssuer.token(Role.RESEARCHER))
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"1\"")
                    .header("X-Refused-For", "SOMETHING /else")
                    .body("{\"projectId\":\"" + UNKNOWN + "\"}")
                    .patch(lesson + "?strict=true")
                    .then()
                    .statusCode(status);
        }
        services.reporting()
                .verify(
                        4,
                        patchRequestedFor(urlPathEqualTo(lesson))
                                .withQueryParam("refusedByGateway", equalTo("true"))
                                .withHeader("X-Refused-For", equalTo("REFERENCE_UNKNOWN /projectId")));
    }

    /** It would have the service refuse a write for nothing. */
    @Test
    void forwardsNoRefusalThatTheClientStates() {
        given().auth()
                .oauth2(TestIssuer.token(Role.RESEARCHER))
                .contentType(ContentType.JSON)
                .header("X-Refused-For", "SOMETHING /else")
                .body(FIGURE.formatted("P 1", KNOWN, "2010-01-01"))
                .post("/v1/reach-observations")
                .then()
                .statusCode(201);
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v1/reach-observations"))
                                .withoutHeader("X-Refused-For"));
    }

    @Test
    void isRefusedTogetherWithWhatTheServiceFinds() {
        UpstreamStubs.refuse(
                services.reporting(),
                "{\"in\":\"body\",\"pointer\":\"/period\",\"code\":\"REQUIRED\",\"parameters\":{},\"detail\":\"x\"}",
                "{\"in\":\"query\",\"name\":\"colour\",\"code\":\"UNKNOWN_PARAMETER\",\"parameters\":{},\"detail\":\"x\"}");
        create(
                        "/v1/reach-observations?strict=true&colour=red",
                        "{\"programme\":\"Q\",\"projectId\":\"" + UNKNOWN + "\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("instance", is("/v1/reach-observations"))
                .body("violations.name", contains("colour", null, null, null))
                .body("violations.pointer", contains(null, "/period", "/programme", "/projectId"));
    }

    @Test
    void doesNotRefuseNameOfWrongFormAsUnknownToo() {
        UpstreamStubs.refuse(
                services.reporting(),
                "{\"in\":\"body\",\"pointer\":\"/programme\",\"code\":\"TOO_LONG\",\"parameters\":{},\"detail\":\"x\"}");
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                .statusCode(400)
                .body("violations.pointer", contains("/programme", "/projectId"))
                .body("violations.code", contains("TOO_LONG", "REFERENCE_UNKNOWN"));
    }

    /** Such a caller is refused by the service before anything is looked up, also while funding-service does not answer. */
    @Test
    void asksNothingForCallerWithoutTheRight() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(serviceUnavailable()));
        services.reporting()
                .stubFor(post(urlPathEqualTo("/v1/reach-observations")).willReturn(forbidden()));
        given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .contentType(ContentType.JSON)
                .body(FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                .post("/v1/reach-observations?strict=true")
                .then()
                .statusCode(403);
        services.funding().verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void refusesSessionsOfUnknownProgrammeAndProject() {
        services.training().stubFor(post(anyUrl()).willReturn(created()));
        var session = "{\"programme\":\"%s\",\"projectId\":\"%s\",\"date\":\"2010-05-01\"}";
        for (var path : List.of("/v1/training-sessions", "/v1/training-sessions/series")) {
            create(Role.TRAINING_COORDINATOR, path + "?strict=true", session.formatted("NOPE-99", UNKNOWN))
                    .statusCode(400)
                    .body("violations.pointer", contains("/programme", "/projectId"));
            UpstreamStubs.storesNothing(services.training(), path);
            create(Role.TRAINING_COORDINATOR, path + "?strict=true", session.formatted("P 1", KNOWN))
                    .statusCode(201);
        }
    }

    @Test
    void asksNothingWithoutStrict() {
        create("/v1/reach-observations", FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                .statusCode(201);
        create("/v1/reach-observations?strict=false", FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                .statusCode(201);
    }

    @Test
    void leavesToTheServiceWhatItCannotReadOrMayNotKnow() {
        create("/v1/reach-observations?strict=true", "{").statusCode(201);
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(unauthorized()));
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", KNOWN, "2010-01-01"))
                .statusCode(201);
    }

    @Test
    void answersUnavailableWhileFundingServiceDoesNotAnswer() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/programmes")).willReturn(serviceUnavailable()));
        create("/v1/reach-observations?strict=true", FIGURE.formatted("Q", KNOWN, "2010-01-01"))
                .statusCode(503);
        services.reporting().verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void checksWhatCorrectionAndPatchName() {
        services.reporting().stubFor(patch(anyUrl()).willReturn(okJson("{}")));
        var figure = "/v1/reach-observations/" + KNOWN;
        services.reporting()
                .stubFor(
                        get(figure)
                                .willReturn(
                                        okJson(
                                                "{\"programme\":\"P 1\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}}")));
        create(figure + "/corrections?strict=true", "{\"reason\":\"r\",\"projectId\":\"" + UNKNOWN + "\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"));
        create(figure + "/corrections?strict=true", "{\"reason\":\"r\",\"period\":{\"until\":\"2013-01-01\"}}")
                .statusCode(400)
                .body("violations.pointer", contains("/period"))
                .body("violations[0].parameters.maximum", is("2012-01-01"));
        create(figure + "/corrections?strict=true", "{\"reason\":\"r\",\"period\":{\"until\":\"2012-01-01\"}}")
                .statusCode(201);
        create(figure + "/corrections", "{\"reason\":\"r\",\"projectId\":\"" + UNKNOWN + "\"}")
                .statusCode(201);
        given().auth()
                .oauth2(TestIssuer.token(Role.RESEARCHER))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"projectId\":\"" + UNKNOWN + "\"}")
                .patch("/v1/lessons/" + KNOWN + "?strict=true")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"));
    }

    @Test
    void refusesBodyOverTheLimit() {
        create("/v1/reach-observations?strict=true", "{\"note\":\"" + "x".repeat(3_000_000) + "\"}")
                .statusCode(413);
    }

    /** One request must not become many for somebody who may do nothing. */
    @Test
    void asksNothingForCallerWithoutValidToken() {
        for (var request : List.of(given(), given().auth().oauth2("unverified"))) {
            request.contentType(ContentType.JSON)
                    .body(FIGURE.formatted("Q", UNKNOWN, "2010-01-01"))
                    .post("/v1/reach-observations?strict=true");
        }
        services.funding().verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void refusesMoreProjectsThanItAsksFor() {
        var projects = Stream.generate(() -> "\"" + UUID.randomUUID() + "\"").limit(201);
        create("/v1/inventory-rounds?strict=true", "{\"projects\":[" + projects.collect(Collectors.joining(",")) + "]}")
                .statusCode(400)
                .body("violations.pointer", contains("/projects"))
                .body("violations[0].parameters.maximum", is(200));
        services.funding().verify(0, getRequestedFor(anyUrl()));
    }

    private static ValidatableResponse create(String path, String body) {
        return create(Role.RESEARCHER, path, body);
    }

    private static ValidatableResponse create(String role, String path, String body) {
        return given().auth()
                .oauth2(TestIssuer.token(role))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
