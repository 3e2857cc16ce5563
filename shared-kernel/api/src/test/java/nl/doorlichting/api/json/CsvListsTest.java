package nl.doorlichting.api.json;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.lists.CsvText;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CSV form of a list: complete, flat, and safe to open in a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class CsvListsTest {
    @Test
    void writesWholeListForAnyPageSize() {
        var lines = lines(csv("/v1/notes?pageSize=7"));
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
        csv("/v1/notes")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"notes.csv\"");
    }

    @Test
    void answersJsonByDefault() {
        given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.size()", equalTo(50));
    }

    // Repeated, because the end of the answer and the end of the connection could race.
    @RepeatedTest(20)
    void closesConnectionWhenReadFails() {
        assertThrows(Exception.class, () -> csv("/v1/notes?sort=name").asString());
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

    private static Response csv(String path) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .accept("text/csv")
                .get(path);
    }

    private static List<String> lines(Response answer) {
        return answer.asString().lines().toList();
    }

    private static String unquoted(String line) {
        return line.replace("\"", "");
    }
}
