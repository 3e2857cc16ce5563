package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ReferencePageTest {
    /** What is served and is no part of the contract. */
    static final Set<String> OPERATIONS = Set.of("GET ", "GET /docs", "GET /docs/page.js", "GET /docs/scalar.js");

    @TestHTTPResource("/docs")
    URI page;

    @BeforeEach
    void removeFilters() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void rootLeadsToPage() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", is("docs"));
        given().get("/").then().statusCode(200).contentType("text/html");
    }

    @ParameterizedTest
    @CsvSource({"/docs, text/html", "/docs/page.js, text/javascript", "/docs/scalar.js, text/javascript"})
    void revalidatesEveryFile(String path, String type) {
        var etag = given().get(path)
                .then()
                .statusCode(200)
                .contentType(is(type + ";charset=UTF-8"))
                .header("Cache-Control", is("private, no-cache"))
                .header("X-Content-Type-Options", is("nosniff"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag).get(path).then().statusCode(304);
        given().head(path).then().statusCode(200);
    }

    @Test
    void pageAllowsScriptsAndRequestsOfThisHostOnly() {
        var answer = given().get("/docs").then().header("X-Frame-Options", is("DENY"));
        var policies = answer.extract().headers().getValues("Content-Security-Policy");
        assertEquals(1, policies.size(), "a browser applies all of them");
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                policies.get(0));
    }

    @Tag("acceptance")
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void showsIntroductionAndOperations(int width) throws Exception {
        var loaded = Chromium.load(page.toString(), width);
        assertShown(loaded, "Doorlichting");
        assertShown(loaded, "Evaluate the claims of a programme");
    }

    @Tag("acceptance")
    @Test
    void addressOfOperationLeadsToIt() throws Exception {
        var loaded = Chromium.load(page + "#tag/applications/submitApplication", 1440);
        assertShown(loaded, "/applications/{id}/submission");
    }

    // The policy of the page refuses any other host, so a request to one is a line in the console.
    private static void assertShown(Chromium.LoadedPage loaded, String text) {
        var library = "@scalar/api-reference@";
        assertEquals(
                List.of(library),
                loaded.console().stream()
                        .map(line -> line.startsWith(library) ? library : line)
                        .toList(),
                "only the library itself writes a line");
        assertTrue(loaded.html().contains(text), loaded.html());
    }
}
