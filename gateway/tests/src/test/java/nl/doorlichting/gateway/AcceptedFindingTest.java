package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a finding that reports/data-quality has is accepted. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class AcceptedFindingTest {
    private static final String ACCEPTANCES = "/v1/finding-acceptances";
    private static final String NONE = "01938f5a-0000-3000-8000-0000000000aa";
    private static final String ACCEPTANCE =
            "{\"programme\":\"%s\",\"findingId\":\"%s\",\"reason\":\"The text is from before.\"}";

    UpstreamStubs services;

    @BeforeEach
    void allAnswer() {
        RestAssured.replaceFiltersWith(List.of());
        DataQualityTest.allAnswer(services);
        services.reporting().stubFor(post(ACCEPTANCES).willReturn(created()));
        UpstreamStubs.refuse(services.reporting());
    }

    @Test
    void forwardsAcceptanceOfFindingThatIsThere() {
        var id = given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/data-quality?programme=APR-2007-2011&kind=CLAIM_FAILS")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        var acceptance = ACCEPTANCE.formatted("APR-2007-2011", id);

        accept(Role.ANALYST, acceptance).statusCode(201);
        services.reporting()
                .verify(1, postRequestedFor(urlPathEqualTo(ACCEPTANCES)).withRequestBody(equalToJson(acceptance)));
    }

    @Test
    void refusesWhatIsNoFinding() {
        accept(Role.ANALYST, ACCEPTANCE.formatted("APR-2007-2011", NONE))
                .statusCode(400)
                .body("violations.pointer", contains("/findingId"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        UpstreamStubs.storesNothing(services.reporting(), ACCEPTANCES);
    }

    @Test
    void refusesUnknownProgramme() {
        var refusal = jsonResponse(
                        UpstreamStubs.expected("training-service/refusal")
                                .replace("{}", "{\"allowed\":[\"APR-2007-2011\"]}"),
                        400)
                .withHeader("Content-Type", "application/problem+json");
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-statistics/reach")).willReturn(refusal));
        services.reporting()
                .stubFor(get(urlPathEqualTo("/v1/reporting-quality"))
                        .willReturn(okJson("{\"audits\":[],\"claims\":[],\"roundOverlaps\":[],"
                                + "\"verdictsAboveEvidence\":[],\"staleEmbeddings\":[],\"reachPeriods\":[],"
                                + "\"programmeUses\":[],\"references\":[],\"acceptances\":[]}")));
        services.training()
                .stubFor(get(urlPathEqualTo("/v1/training-quality"))
                        .willReturn(okJson("{\"references\":[],\"programmeUses\":[],\"exceededTallies\":[]}")));

        accept(Role.ANALYST, ACCEPTANCE.formatted("NO-PROGRAMME", NONE))
                .statusCode(400)
                .body("violations.pointer", contains("/programme"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"))
                .body("violations[0].parameters.allowed", contains("APR-2007-2011"));
        UpstreamStubs.storesNothing(services.reporting(), ACCEPTANCES);
    }

    /** What is not known is not refused as if it were. */
    @Test
    void acceptsNothingWhileItCannotBeChecked() {
        services.funding().stubFor(get(urlPathEqualTo("/v1/funding-quality")).willReturn(serviceUnavailable()));
        accept(Role.ANALYST, ACCEPTANCE.formatted("APR-2007-2011", NONE)).statusCode(503);
        services.reporting().verify(0, postRequestedFor(urlPathEqualTo(ACCEPTANCES)));
    }

    @Test
    void leavesToServiceWhatItRefusesItself() {
        services.reporting().stubFor(post(ACCEPTANCES).willReturn(forbidden()));
        accept(Role.CONTROLLER, ACCEPTANCE.formatted("APR-2007-2011", NONE)).statusCode(403);
        accept(Role.ANALYST, "{}").statusCode(403);
        accept(Role.ANALYST, "[").statusCode(403);
        services.funding().verify(0, getRequestedFor(urlPathEqualTo("/v1/funding-quality")));
    }

    private static ValidatableResponse accept(String role, String body) {
        return given().auth()
                .oauth2(TestIssuer.token(role))
                .contentType(ContentType.JSON)
                .body(body)
                .post(ACCEPTANCES)
                .then();
    }
}
