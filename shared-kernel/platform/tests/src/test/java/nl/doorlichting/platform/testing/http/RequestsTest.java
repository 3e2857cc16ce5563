package nl.doorlichting.platform.testing.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way sends and reads what rest-assured sends and reads, and no check passes that fails there. */
class RequestsTest {
    private static final String BODY =
            "{\"id\":\"x\",\"n\":2,\"none\":null,\"word\":\"één €\",\"items\":[{\"code\":\"A\"},{\"code\":\"B\"}]}";

    private final List<String> requests = new ArrayList<>();
    private final String usualUri = RestAssured.baseURI;
    private final int usualPort = RestAssured.port;
    private HttpServer server;
    private String type = "application/json";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        RestAssured.baseURI = usualUri;
        RestAssured.port = usualPort;
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things",
                "/v1/things?from=2010-01-01&until=2011-01-01",
                "/v1/things?asOf=2010-01-01T10:00:00.123Z&by=a,b&sort=-name*",
                "/v1/things?a=1&b=2&a=3",
                "/v1/things?q=a b&r=é",
                "/v1/things?q=a%20b",
                "/v1/things?q=a+b",
                "/v1/things?q=",
                "/v1/things?q",
                "/v1/things/a b",
                "/v1/things/",
                "/v1//things"
            })
    void asksTheSame(String path) {
        assertSame(given -> given.header("If-None-Match", "\"1\"").get(path));
        assertSame(
                given -> given.contentType(ContentType.JSON).auth().oauth2("t").get(path));
    }

    @Test
    void writesTheSame() {
        for (var type :
                List.of("application/json", "application/merge-patch+json", "application/json; charset=UTF-8")) {
            for (var body : List.of("{}", "{\"a\":\"één €\"}", "")) {
                assertSame(given -> given.contentType(type).body(body).post("/v1/things"));
                assertSame(given -> given.contentType(type)
                        .header("If-Match", "e")
                        .body(body)
                        .put("/v1/things/1"));
                assertSame(given -> given.contentType(type).body(body).patch("/v1/things/1"));
            }
            assertSame(given -> given.contentType(type)
                    .body(Map.of("a", List.of("é", 1.50)))
                    .post("/v1/things"));
            assertSame(given -> given.contentType(type).post("/v1/things"));
            assertSame(given -> given.contentType(type).put("/v1/things"));
            assertSame(given -> given.contentType(type).delete("/v1/things"));
        }
        assertSame(given ->
                given.contentType(ContentType.JSON).accept("text/csv").body("1").post("/v1/things"));
        for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")) {
            assertSame(given -> given.contentType(ContentType.JSON).request(method, "/v1/things?a=1"));
        }
        assertSame(given -> given.body("{}").post("/v1/things"));
        assertSame(given -> given.post("/v1/things"));
        assertSame(
                given -> given.body(new byte[] {1, 2}).contentType("image/png").put("/v1/things"));
    }

    @Test
    void describesTheSame() {
        assertSame(given -> given.contentType(ContentType.JSON)
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1"));
        assertSame(given -> given.auth().oauth2("one").auth().oauth2("two").get("/v1"));
        assertSame(given -> given.header("Accept-Language", "nl")
                .header("Accept-Language", "en")
                .get("/v1"));
        assertSame(given -> given.header("Accept", "text/csv").get("/v1"));
        for (var value : List.of("a b", "één €", "a,b:c;d", "a+b&c=d%20", "~*-_./?#", "1")) {
            assertSame(given -> given.queryParam("q", value).get("/v1"));
            assertSame(given -> given.queryParam("q", value).queryParam("n", 2).get("/v1?r=1,2&s=x"));
        }
        assertSame(given -> given.queryParam("q", "a", "b").get("/v1"));
        assertSame(given -> given.queryParam("q", "a").queryParam("q", "b").get("/v1"));
        assertSame(given -> given.queryParam("q", "a").get("/v1?q=b"));
        assertSame(given -> given.queryParam("q", "").get("/v1"));
        assertSame(given ->
                given.urlEncodingEnabled(false).queryParam("q", "a%20b").get("/v1?r=%20"));
        assertSame(given -> given.get("/v1/{id}", "a b"));
        assertSame(given -> given.urlEncodingEnabled(false).get("/v1?q=%20"));
        assertSame(given -> given.urlEncodingEnabled(false).get("/v1?q=a%2Cb%20c&r=1,2&s=%C3%A9"));
        assertSame(given -> given.urlEncodingEnabled(false).get("/v1?q=a%2Cb%20c&s=%C3%A9"));
        assertSame(given ->
                given.urlEncodingEnabled(false).urlEncodingEnabled(true).get("/v1?q=a%2C"));
        assertSame(given -> given.auth().preemptive().basic("a", "b").get("/v1"));
        assertSame(given ->
                given.body(Map.of("a", 1)).contentType(ContentType.JSON).post("/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/problem+json",
                "text/csv;charset=UTF-8",
                "text/html; charset=utf-8",
                "text/html;charset=ISO-8859-1",
                "text/plain"
            })
    void readsTheSame(String type) {
        this.type = type;
        for (Function<Response, Object> read : List.<Function<Response, Object>>of(
                Response::asString,
                response -> new String(response.asByteArray(), StandardCharsets.UTF_8),
                Response::statusCode,
                response -> response.header("ETAG"),
                response -> response.header("none"),
                Response::contentType,
                response -> response.then().extract().asString(),
                response -> response.then().extract().response().getHeader("ETag"))) {
            assertEquals(
                    read.apply(RestAssured.given().get("/v1")),
                    read.apply(Requests.given().get("/v1")));
        }
        if (type.contains("json")) {
            for (var path : List.of(
                    "", "id", "word", "items.code", "items[1]", "items.find { it.code == 'B' }.code", "none.x")) {
                assertEquals(
                        RestAssured.given().get("/v1").<Object>path(path),
                        Requests.given().get("/v1").<Object>path(path));
            }
        }
    }

    @Test
    void passesWhatHolds() {
        String etag = Requests.given()
                .get("/v1")
                .then()
                .statusCode(200)
                .statusCode(is(200))
                .header("ETag", "\"e\"")
                .header("ETag", equalTo("\"e\""))
                .header("None", nullValue())
                .contentType(ContentType.JSON)
                .contentType("application/json")
                .body(containsString("één €"))
                .body(containsString("één €"), startsWith("{"))
                .body("id", is("x"), "n", is(2))
                .body("items.code", contains("A", "B"))
                .body("none", nullValue())
                .body("items.collect { it.code }.join('')", is("AB"))
                .extract()
                .header("ETag");
        assertEquals("\"e\"", etag);
        assertNull(Requests.given().get("/v1").path("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;charset=UTF-8", "text/html; charset=utf-8", "application/problem+json"})
    void passesWhatHoldsOfText(String type) {
        this.type = type;
        Requests.given()
                .get("/v1")
                .then()
                .contentType(type)
                .body(containsString("\"items\""), not(containsString("nowhere")))
                .header("ETag", not(nullValue()));
    }

    @Test
    void measuresTime() {
        assertTrue(Requests.given().get("/v1").time() < 10_000);
        Requests.given().get("/v1").then().time(lessThan(10_000L));
        assertThrows(
                AssertionError.class, () -> Requests.given().get("/v1").then().time(lessThan(0L)));
    }

    @Test
    void failsWhereRestAssuredFails() {
        for (Consumer<ValidatableResponse> check : List.<Consumer<ValidatableResponse>>of(
                then -> then.statusCode(201),
                then -> then.statusCode(is(404)),
                then -> then.header("ETag", "e"),
                then -> then.header("ETag", is("e")),
                then -> then.header("None", "e"),
                then -> then.header("None", not(nullValue())),
                then -> then.header("ETag", nullValue()),
                then -> then.contentType(ContentType.XML),
                then -> then.contentType("application/xml"),
                then -> then.body(containsString("nowhere")),
                then -> then.body(startsWith("{"), containsString("nowhere")),
                then -> then.body("id", is("y")),
                then -> then.body("id", is("x"), "n", is(3)),
                then -> then.body("items.code", contains("A")),
                then -> then.body("none", is("x")),
                then -> then.body("n", is(2L)),
                then -> then.body("items.find { it.code == 'B' }.code", is("A")))) {
            var theirs = assertThrows(
                    AssertionError.class,
                    () -> check.accept(RestAssured.given().get("/v1").then()));
            var ours = assertThrows(
                    AssertionError.class,
                    () -> check.accept(Requests.given().get("/v1").then()));
            assertEquals(withoutHeaders(theirs), withoutHeaders(ours));
        }
    }

    /** Their order differs. */
    private static String withoutHeaders(AssertionError failure) {
        return failure.getMessage().split("Headers are:")[0];
    }

    @Test
    void refusesWhatItHasNot() {
        var response = Requests.given().get("/v1");
        assertThrows(UnsupportedOperationException.class, () -> response.timeIn(TimeUnit.SECONDS));
        assertThrows(UnsupportedOperationException.class, response::cookies);
    }

    private void assertSame(Function<RequestSpecification, Response> ask) {
        requests.clear();
        ask.apply(RestAssured.given());
        ask.apply(Requests.given());
        assertEquals(requests.get(0), requests.get(1));
        assertEquals(2, requests.size());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<>(exchange.getRequestHeaders());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + headers + "\n" + body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        byte[] answer = BODY.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
