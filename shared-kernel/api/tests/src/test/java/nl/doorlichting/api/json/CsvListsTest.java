package nl.doorlichting.api.json;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.lists.CsvText;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CSV form of a list: complete, flat, and safe to open in a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class CsvListsTest {
    @Test
    void writesWholeListForAnyPageSize() {
        var lines = lines(csv("?pageSize=7"));
        assertEquals(1 + NoteResource.LENGTH, lines.size());
        assertEquals(
                "number,text,period.code,period.from,period.until,amount.amount,amount.currency,count.kind,count.value,"
                        + "count.plusMinus,count.minimum,count.maximum,count.text,count.reason,tags",
                lines.get(0));
        assertEquals("0,'=1+1,2010,2010-01-01,2011-01-01,-490000.00,EUR,EXACT,7,,,,,,a; b", unquoted(lines.get(1)));
        assertEquals("1,'=1+1,,,,-490000.00,EUR,EXACT,7,,,,,,a; b", unquoted(lines.get(2)));
    }

    @Test
    void describesTableInHeaders() {
        csv("").then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"notes.csv\"");
    }

    @Test
    void listAnswersJsonOnly() {
        get("*/*", "/v1/notes")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.size()", equalTo(50));
        get("text/csv", "/v1/notes").then().statusCode(406).body("allowed", contains("application/json"));
    }

    @Test
    void exportAnswersCsvOnly() {
        for (var accept : List.of("*/*", "text/*", "application/json, text/csv;q=0.1")) {
            get(accept, "/v1/notes/csv").then().statusCode(200).contentType(startsWith("text/csv"));
        }
        get("application/json", "/v1/notes/csv").then().statusCode(406).body("allowed", contains("text/csv"));
    }

    @Test
    void exportHasRulesOfList() {
        given().get("/v1/notes/csv").then().statusCode(401);
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/notes/csv")
                .then()
                .statusCode(403);
        csv("?colour=red").then().statusCode(400).body("violations.code", contains("UNKNOWN_PARAMETER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "|", "^", "<", "`", "\"", "\\", "[", "\u00e9", "%C3%A9", "%7C"})
    void exportRejectsUnknownParameterAsList(String value) {
        assertEquals(raw("/v1/notes?colour=" + value), raw("/v1/notes/csv?colour=" + value));
    }

    private static int raw(String path) {
        return RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + TestIssuer.token(Role.AUDITOR) + "\r\nConnection: close\r\n\r\n")
                .status();
    }

    @Test
    void exportIsRead() {
        given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .head("/v1/notes/csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"notes.csv\"")
                .contentType(startsWith("text/csv"));
        given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .post("/v1/notes/csv")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
        get("*/*", "/v1/notes/csv/csv").then().statusCode(404);
    }

    // Repeated, because the end of the answer and the end of the connection could race.
    @RepeatedTest(20)
    void closesConnectionWhenReadFails() {
        assertThrows(Exception.class, () -> csv("?sort=name").asString());
    }

    @Test
    void readsNoFurtherPageForClientThatHasGone() throws IOException {
        try (var client = new Socket("localhost", RestAssured.port)) {
            client.getOutputStream()
                    .write(("GET /v1/notes/csv?sort=long HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + TestIssuer.token(Role.AUDITOR) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', client.getInputStream().read());
        }
        var read = new AtomicInteger();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> read.getAndSet(NoteResource.PAGES_READ.get()) == NoteResource.PAGES_READ.get());
        assertTrue(read.get() < NoteResource.PAGES_OF_LONG_LIST, read + " pages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=cmd() | '=cmd()",
                "@SUM(A1) | '@SUM(A1)",
                "+31 6 | '+31 6",
                "- nothing | '- nothing",
                "\"\t=1\" | \"'\t=1\"",
                "-12 | -12",
                "-12.50 | -12.50",
                "\u00a0=1 | '\u00a0=1",
                "\u200b=1 | '\u200b=1",
                "\ufeff\u2060+1 | '\ufeff\u2060+1",
                "\u00ad\u3000@A | '\u00ad\u3000@A",
                "\u2028-1+1 | '\u2028-1+1",
                "\u200f \uff1d1 | '\u200f \uff1d1",
                "\ud804\udcbd=1 | '\ud804\udcbd=1",
                "\ufe0f=1 | '\ufe0f=1",
                "-12-1 | '-12-1",
                "-.5 | '-.5",
                "\u00a0a=b | \u00a0a=b",
                "a=b | a=b",
                "\"\" | \"\"",
            })
    void escapesFormulaInText(String text, String cell) {
        assertEquals(cell, CsvText.safe(text));
    }

    private static Response csv(String query) {
        return get("text/csv", "/v1/notes/csv" + query);
    }

    private static Response get(String accept, String path) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .urlEncodingEnabled(false)
                .accept(accept)
                .get(path);
    }

    private static List<String> lines(Response answer) {
        return answer.asString().lines().toList();
    }

    private static String unquoted(String line) {
        return line.replace("\"", "");
    }
}
