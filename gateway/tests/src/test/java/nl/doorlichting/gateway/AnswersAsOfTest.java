package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** What the gateway composes as of a moment at which services still record. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class AnswersAsOfTest {
    private static final String UNTIL = "2026-03-01T10:00:00.500Z";

    UpstreamStubs services;

    @Test
    void everyComposedAnswerStatesBeforeWhichMomentItWouldBeGiven() throws IOException {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        Stream.of(services.funding(), services.training(), services.reporting())
                .forEach(service -> service.stubFor(any(anyUrl())
                        .willReturn(jsonResponse(
                                "{\"type\":\"/v1/problems/unavailable\",\"status\":503,\"recordedUntil\":\"" + UNTIL
                                        + "\",\"detail\":\"Writes run.\"}",
                                503))));
        var composed = composed("asOf");
        assertTrue(
                composed.containsAll(List.of("/v1/reports/reach", "/v1/reports/finances", "/v1/reports/claims")),
                composed.toString());
        var silent = new ArrayList<String>();
        for (var path : composed) {
            var answer = given().auth()
                    .oauth2(TestIssuer.token(Role.ANALYST))
                    .get(path.replaceAll("\\{.*?}", "01938f5a-0000-7000-8000-0000000000aa")
                            + (path.contains("{") ? "?" : "?programme=APR-2007-2011&") + "asOf=2026-03-01T10:00:02Z");
            if (answer.statusCode() != 503 || !UNTIL.equals(answer.path("recordedUntil"))) {
                silent.add(path + " " + answer.asString());
            }
        }
        assertEquals(List.of(), silent);
    }

    /** Such a list states how far it goes. An answer that is put together of several could not. */
    @Test
    void onlyListsOfOneServiceAreAskedByTheTimeOfRecording() throws IOException {
        assertEquals(List.of(), composed("recordedSince"));
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reports/reach?recordedSince=2026-03-01T10:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].code", is("UNKNOWN_PARAMETER"));
    }

    /** Operations of the gateway itself that have this parameter. */
    private static List<String> composed(String parameter) throws IOException {
        var mapper = new ObjectMapper();
        var forwarded = new HashSet<String>();
        for (var service : Service.values()) {
            try (var document = service.document()) {
                mapper.readTree(document).path("paths").fieldNames().forEachRemaining(forwarded::add);
            }
        }
        var document = mapper.readTree(given().get("/v1/openapi.json").asByteArray());
        return document.path("paths").properties().stream()
                .filter(path -> !forwarded.contains(path.getKey())
                        && names(path.getValue(), document).contains(parameter))
                .map(path -> "/v1" + path.getKey())
                .toList();
    }

    private static Set<String> names(JsonNode path, JsonNode document) {
        return path.at("/get/parameters")
                .valueStream()
                .map(one ->
                        one.has("$ref") ? document.at(one.path("$ref").asText().substring(1)) : one)
                .map(one -> one.path("name").asText())
                .collect(Collectors.toSet());
    }
}
