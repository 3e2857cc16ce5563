package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, as the CORS protocol has it and as a browser runs it. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(DatasetTest.Published.class)
class CrossOriginTest {
    private static final String ALLOWED = "https://app.example";
    private static final String PROJECT = "/v1/projects/01938f5a-0000-7000-8000-0000000000aa";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    UpstreamStubs services;
    PageServer pages;

    @TestHTTPResource
    URI gateway;

    @TempDir
    Path profile;

    @BeforeEach
    void forgetResponses() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {PROJECT, "/v1/codelists", "/v1/me", "/v1/unknown"})
    void answersPreflightOfAllowedOriginOnEveryPath(String path) {
        preflight(ALLOWED, path)
                .statusCode(204)
                .header("Access-Control-Allow-Origin", ALLOWED)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Headers", not(containsString("Prefer")))
                .header("Access-Control-Max-Age", notNullValue())
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("origin"))
                .body(emptyString());
        services.funding().verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://app.example",
                "https://app.example.other.example",
                "https://APP.example",
                "null",
                "*"
            })
    void givesNoCorsHeadersToOtherOrigins(String origin) {
        withoutCors(preflight(origin, PROJECT).statusCode(204).header("Allow", containsString("PATCH")));
        withoutCors(given().header("Origin", origin)
                .get("/v1/codelists")
                .then()
                .statusCode(200)
                .header("Vary", containsString("origin")));
    }

    private static void withoutCors(ValidatableResponse answer) {
        var named = answer.extract().headers().asList().stream()
                .filter(header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList();
        assertEquals(List.of(), named);
    }

    /** Refusals too, because a page shows them to its user. */
    @Test
    void letsPageReadEveryAnswer() {
        services.funding().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        for (var path : List.of(PROJECT, "/v1/codelists", "/v1/me", "/v1/unknown", "/v1/codelists?x=1")) {
            given().header("Origin", ALLOWED)
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", ALLOWED)
                    .header("Access-Control-Expose-Headers", containsString("ETag"))
                    .header("Access-Control-Allow-Credentials", nullValue());
        }
        withoutCors(given().get("/v1/codelists").then().header("Vary", containsString("origin")));
    }

    private static ValidatableResponse preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match")
                .options(path)
                .then();
    }

    @Tag("acceptance")
    @Test
    @EnabledIf("isBrowserTried")
    void pageOfOtherOriginEditsMeetsConflictReloadsAndRetries() throws Exception {
        var conflict = aResponse()
                .withStatus(412)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("ETag", "\"2\"")
                .withBody("{\"type\":\"/v1/problems/precondition-failed\"}");
        var funding = services.funding();
        funding.stubFor(get(PROJECT).inScenario("edit").willReturn(okJson("{}").withHeader("ETag", "\"1\"")));
        funding.stubFor(patch(PROJECT)
                .inScenario("edit")
                .whenScenarioStateIs(Scenario.STARTED)
                .withHeader("If-Match", equalTo("\"1\""))
                .willReturn(conflict)
                .willSetStateTo("changed by another"));
        funding.stubFor(get(PROJECT)
                .inScenario("edit")
                .whenScenarioStateIs("changed by another")
                .willReturn(okJson("{}").withHeader("ETag", "\"2\"")));
        funding.stubFor(patch(PROJECT)
                .inScenario("edit")
                .whenScenarioStateIs("changed by another")
                .withHeader("If-Match", equalTo("\"2\""))
                .withHeader("Authorization", equalTo("Bearer token-of-the-page"))
                .willReturn(okJson("{}").withHeader("ETag", "\"3\"")));
        assertEquals(
                "200 \"1\", 412 \"2\" /v1/problems/precondition-failed, 200 \"2\", 200 \"3\" 1.0.0",
                resultInBrowser("localhost", """
                    const first = await read();
                    const conflict = await change(first.headers.get('ETag'));
                    const problem = await conflict.json();
                    const again = await read();
                    const retried = await change(again.headers.get('ETag'));
                    return [seen(first), seen(conflict) + ' ' + problem.type, seen(again),
                        seen(retried) + ' ' + retried.headers.get('API-Version')].join(', ');\
                    """));
    }

    @Tag("acceptance")
    @Test
    @EnabledIf("isBrowserTried")
    void pageOfOriginThatIsNotAllowedReadsNothing() throws Exception {
        services.funding().stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("ETag", "\"1\"")));
        assertEquals("TypeError", resultInBrowser("127.0.0.1", "return seen(await read());"));
        assertEquals("TypeError", resultInBrowser("127.0.0.1", "return seen(await change('\"1\"'));"));
        services.funding().verify(0, anyRequestedFor(anyUrl()));
    }

    /** Runs this script in a page of that host, in Chromium. */
    private String resultInBrowser(String host, String script) throws IOException, InterruptedException {
        pages.serve("""
            <!doctype html><title>test</title><script>
            const url = '%s';
            const token = {'Authorization': 'Bearer token-of-the-page'};
            const read = () => fetch(url, {headers: token});
            const change = etag => fetch(url, {method: 'PATCH', body: '{"name":"b"}', headers:
                {...token, 'Content-Type': 'application/merge-patch+json', 'If-Match': etag, 'Idempotency-Key': 'k'}});
            const seen = answer => answer.status + ' ' + answer.headers.get('ETag');
            (async () => { %s })().catch(failure => failure.name)
                .then(result => fetch('/result', {method: 'POST', body: result}));
            </script>\
            """.formatted("http://localhost:" + gateway.getPort() + PROJECT, script));
        var browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        pages.origin(host) + "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var result = pages.results().poll(120, TimeUnit.SECONDS);
            assertTrue(result != null, "the page has not run");
            return result;
        } finally {
            // Its parts write into the profile until they have ended too.
            var parts = browser.descendants().toList();
            browser.destroy();
            browser.waitFor();
            parts.forEach(ProcessHandle::destroyForcibly);
            parts.forEach(part -> part.onExit().join());
        }
    }

    /** Where the browser is required, the test runs without it too, and fails. */
    static boolean isBrowserTried() {
        var tried = Files.isExecutable(CHROMIUM) || "required".equals(System.getenv("DOORLICHTING_CHROMIUM"));
        if (!tried) {
            System.out.println("!!!!! PAGES OF OTHER ORIGINS ARE NOT TESTED IN A BROWSER: " + CHROMIUM
                    + " is not there, apt-get install chromium brings it !!!!!");
        }
        return tried;
    }
}
