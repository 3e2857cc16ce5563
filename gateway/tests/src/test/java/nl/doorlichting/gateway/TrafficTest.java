package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forwarding of unusual requests: tables, patches, and callers without a token. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class TrafficTest {
    private static final String LIST = "/v1/lessons";
    private static final String TABLE = LIST + "/csv";
    private static final String CSV = "text/csv;charset=UTF-8;header=present";

    UpstreamStubs services;

    @Inject
    RunningRequests running;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void removeStubs() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
    }

    @Test
    void forwardsListAsTable() {
        reporting(aResponse().withHeader("Content-Type", CSV).withBody("id,title\r\n1,\"a, b\"\r\n"));
        var table = given().accept("text/csv").get(TABLE).then().statusCode(200).extract();
        assertEquals("id,title\r\n1,\"a, b\"\r\n", table.asString());
        services.reporting().verify(getRequestedFor(urlEqualTo(TABLE)).withHeader("Accept", equalTo("text/csv")));
    }

    /** Two seconds are promised for the start of a response. A long table may take longer. */
    @Test
    void forwardsLongTablePastTheReadLimit() {
        var rows = "1,a\r\n".repeat(100_000);
        reporting(aResponse().withHeader("Content-Type", CSV).withBody(rows).withChunkedDribbleDelay(4, 4000));
        var began = System.nanoTime();
        var table = given().accept("text/csv").get(TABLE).then().statusCode(200).extract();
        assertEquals(rows.length(), table.asByteArray().length);
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toMillis() > 2500);
    }

    @Test
    void abortsResponseWhenTableBreaks() {
        reporting(
                aResponse().withStatus(200).withHeader("Content-Type", CSV).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        var request = HttpRequest.newBuilder(gateway.resolve(TABLE))
                .header("Accept", "text/csv")
                .build();
        assertThrows(IOException.class, () -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
        await().atMost(Duration.ofSeconds(30)).until(running::list, empty());
    }

    @Test
    void forwardsPatchWithIfMatch() {
        reporting(okJson("{}").withHeader("ETag", "\"2\""));
        var answer = given().contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "\"1\"")
                .body("{\"title\":null}")
                .patch(LIST + "/1")
                .then()
                .statusCode(200)
                .extract();
        assertEquals("\"2\"", answer.header("ETag"));
        services.reporting()
                .verify(
                        1,
                        patchRequestedFor(urlEqualTo(LIST + "/1"))
                                .withHeader("If-Match", equalTo("\"1\""))
                                .withHeader("Content-Type", containing(MergePatch.MEDIA_TYPE))
                                .withRequestBody(equalTo("{\"title\":null}")));
    }

    @Test
    void forwardsCodeWithoutToken() {
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}").withStatus(201)));
        var path = "/v1/training-sessions/1/evaluations";
        given().contentType("application/json")
                .body("{\"code\":\"C\",\"rating\":8}")
                .post(path)
                .then()
                .statusCode(201);
        services.training().verify(1, postRequestedFor(urlEqualTo(path)).withoutHeader("Authorization"));
    }

    @Test
    void forwardsCatalogueWithoutToken() {
        reporting(okJson("{\"items\":[]}"));
        given().get("/v1/catalogue?q=weerbaarheid&pageSize=5").then().statusCode(200);
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo("/v1/catalogue?q=weerbaarheid&pageSize=5"))
                                .withoutHeader("Authorization"));
    }

    @Test
    void advisesAboutWriteWithoutResponse() {
        reporting(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        analyst()
                .body("{}")
                .header("Idempotency-Key", "k1")
                .post(LIST)
                .then()
                .statusCode(503)
                .body("detail", containsString("send it again with the same Idempotency-Key"));
        analyst()
                .body("{}")
                .post(LIST)
                .then()
                .statusCode(503)
                .body("detail", containsString("look before you send it again"));
        analyst()
                .get(TABLE)
                .then()
                .statusCode(503)
                .body("detail", not(containsString("change")))
                .body("instance", is(LIST + "/csv"));
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(TestIssuer.token("ANALYST"));
    }

    private void reporting(ResponseDefinitionBuilder answer) {
        services.reporting().stubFor(any(anyUrl()).willReturn(answer));
    }
}
