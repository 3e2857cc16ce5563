package nl.doorlichting.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.imports.ImportWorker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class ImportTest {
    // An upload waits for it before it stores its first piece, and readers do not.
    private static final String LOCK = "lock table observation_import in share mode";
    private static final String WAITING = "select count(*) from pg_locks where not granted"
            + " and (relation = cast('observation_import' as regclass) or locktype = 'advisory')";

    static final String HEADER = "programme,reference,period.from,period.until,targetGroup,reach.kind,"
            + "reach.value,place.scope,place.municipalities,source,note";

    static final RestAssuredConfig WITHOUT_CHARSET = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @Inject
    ImportWorker worker;

    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = "I" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void recordsAllRowsOfValidFile() {
        var path = imported(csv(row("a", "100"), row("b", "20")));
        status(path)
                .body("status", equalTo("COMPLETED"))
                .body("rowsRead", equalTo(2))
                .body("badRows", equalTo(0))
                .body("rowsRecorded", equalTo(2))
                .body("finishedAt", notNullValue());
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items.reference", containsInAnyOrder("a", "b"))
                .body("items.find { it.reference == 'a' }.reach.value", equalTo(100))
                .body("items[0].place.municipalities", contains("GM0988"))
                .body("items[0].version", equalTo(1));
        Api.statistics("programme=" + programme).body("rows[0].reach.best", equalTo(120));
    }

    /** The line is in the transaction that makes the import; the file is read outside it. */
    @Test
    void auditsUploadOnceAndItsReplay() {
        var key = key();
        var file = csv(row("a", "1")).getBytes(StandardCharsets.UTF_8);
        var path = send("", "text/csv", key, file).header("Location");
        send("", "text/csv", key, file).then().statusCode(201);
        Api.named("auditor", Role.AUDITOR)
                .get("/v1/reporting-audit-events?operation=createImport&object=" + path)
                .then()
                .body("items.result", contains("REPLAYED", "DONE"))
                .body("items.status", contains(201, 201));
    }

    /** The request has ended before, so the line belongs to a job. */
    @Test
    void auditsRecordingOfRows() {
        var recorded = imported(csv(row("a", "1")));
        var rejected = imported(csv(row("a", "1")));
        var checked = imported("?dryRun=true", "text/csv", csv(row("b", "1")).getBytes(StandardCharsets.UTF_8));
        linesOfJob(recorded)
                .body("items.result", contains("DONE"))
                .body("items[0].operation", equalTo("createImport"))
                .body("items[0].network", nullValue());
        linesOfJob(rejected).body("items", hasSize(0));
        linesOfJob(checked).body("items", hasSize(0));
    }

    private static ValidatableResponse linesOfJob(String path) {
        return Api.named("auditor", Role.AUDITOR)
                .get("/v1/reporting-audit-events?actor=job:carry-out-imports&object=" + path)
                .then()
                .statusCode(200);
    }

    @Test
    void oneBadRowRecordsNothingAndListsEveryBadRow() {
        var path = imported(csv(
                row("a", "100"),
                row("b", "-1"),
                row("c", "1.5"),
                row("d", "many"),
                row("e", "7").replace("GM0988", "GM0988 GM0052").replace("2011-01-01,2012", "2010-01-01,2012"),
                row("f", "5").replace("YOUTH_AND_PUPILS", "PUPILS"),
                row("g", "5") + ",more",
                row("h", "1e3")));
        status(path)
                .body("status", equalTo("REJECTED"))
                .body("rowsRead", equalTo(8))
                .body("badRows", equalTo(7))
                .body("rowsRecorded", equalTo(0));
        Api.researcher()
                .get(path + "/errors")
                .then()
                .statusCode(200)
                .body("items.line", contains(3, 4, 5, 6, 7, 8, 9))
                .body(
                        "items.column",
                        contains(
                                "reach.value",
                                "reach.value",
                                "reach.value",
                                "place.municipalities",
                                "targetGroup",
                                null,
                                "reach.value"))
                .body("items.value", contains("-1", "1.5", "many", "GM0988 GM0052", "PUPILS", null, "1e3"))
                .body(
                        "items.code",
                        contains(
                                "OUT_OF_RANGE",
                                "NOT_AN_INTEGER",
                                "WRONG_TYPE",
                                "MUNICIPALITY_NOT_VALID",
                                "UNKNOWN_VALUE",
                                "WRONG_FORMAT",
                                "NOT_AN_INTEGER"))
                .body("items[3].parameters.successors", contains("GM1895"));
        Api.researcher()
                .get(path + "/errors?pageSize=2")
                .then()
                .body("items", hasSize(2))
                .body("total.value", equalTo(7));
        assertStored(0);
    }

    /** What the gateway found in the file is told together with what is wrong with its rows, and not before it. */
    @Test
    void refusesFileOfGatewayForItsRowsToo() {
        var refused = "?refusedByGateway=true";
        send(
                        request("text/csv").header("X-Refused-For", "REFERENCE_UNKNOWN /programme"),
                        refused,
                        csv(
                                row("a", "100"),
                                row("b", "-1"),
                                row("c", "5").replace("YOUTH_AND_PUPILS", "PUPILS"),
                                row("d", "5") + ",more"))
                .statusCode(400)
                .body("violations.pointer", contains(null, "", "/reach/value", "/targetGroup"))
                .body("violations.parameters.line", contains(null, 5, 3, 4))
                .body("violations.code", contains("UNKNOWN_PARAMETER", "WRONG_FORMAT", "OUT_OF_RANGE", "UNKNOWN_VALUE"))
                .body("violations[2].detail", startsWith("Line 3: The number must be"));
        send(
                        request("application/x-ndjson").header("X-Refused-For", "REFERENCE_UNKNOWN /programme"),
                        refused,
                        Observation.of(programme).json() + "\n"
                                + Observation.of(programme)
                                        .with("roundId", "\"" + UUID.randomUUID() + "\"")
                                        .json())
                .statusCode(400)
                .body("violations.pointer", contains(null, "/roundId"))
                .body("violations.parameters.line", contains(null, 2));
        send(request("text/csv").header("X-Refused-For", "REFERENCE_UNKNOWN /programme"), refused, csv(row("a", "1")))
                .statusCode(400)
                .body("violations.name", contains("refusedByGateway"));
        send(
                        request("text/csv").header("X-Refused-For", "REFERENCE_UNKNOWN /programme"),
                        refused,
                        "colour,Source\nred,s")
                .statusCode(400)
                .body("violations.parameters.column", hasItems("colour", "Source"))
                .body("violations.find { it.parameters.column == 'Source' }.parameters.allowed", contains("source"));
        worker.work();
        assertStored(0);
        Api.researcher().get("/v1/imports?status=QUEUED").then().statusCode(200).body("items", empty());
    }

    /** As for one record, a key that is missing or not usable is told together with everything else. */
    @Test
    void refusesFileWithoutKeyForItsRowsToo() {
        var withoutKey = "Idempotency-Key REQUIRED";
        var rows = csv(row("a", "100"), row("b", "-1"), row("c", "5").replace("YOUTH_AND_PUPILS", "PUPILS"));
        assertViolations("", rows, withoutKey, "/reach/value OUT_OF_RANGE", "/targetGroup UNKNOWN_VALUE");
        assertViolations(
                "?colour=red", csv(row("d", "5") + ",more"), "colour UNKNOWN_PARAMETER", withoutKey, " WRONG_FORMAT");
        assertViolations("", HEADER + ",colour\n", withoutKey, " UNKNOWN_FIELD");
        assertViolations("", csv(row("a", "1")), withoutKey);
        assertViolations("", "", withoutKey);
        // Rows of a file that is not small come with its import.
        assertViolations("", rows + (row("d", "-1") + "\n").repeat(20_000), withoutKey);
        worker.work();
        assertStored(0);
        Api.researcher().get("/v1/imports?status=QUEUED").then().statusCode(200).body("items", empty());
    }

    private static void assertViolations(String query, String file, String... violations) {
        request("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports" + query)
                .then()
                .statusCode(400)
                .body("violations.collect { (it.name ?: it.pointer) + ' ' + it.code }", containsInAnyOrder(violations));
    }

    private static ValidatableResponse send(
            io.restassured.specification.RequestSpecification request, String query, String file) {
        return request.header("Idempotency-Key", key())
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports" + query)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | De rij heeft 12 cellen, de kopregel 11. | Het getal moet tussen 0 en",
                "en | The row has 12 cells, the header 11. | The number must be between 0 and"
            })
    void wordsErrorsInLanguageOfReader(String language, String cells, String range) {
        var path = imported(csv(row("a", "-1"), row("b", "5") + ",more"));
        status(path).body("status", equalTo("REJECTED"));
        Api.researcher()
                .header("Accept-Language", language)
                .get(path + "/errors")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("accept-language"))
                .body("items[0].detail", startsWith(range))
                .body("items[1].detail", equalTo(cells));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nl | roundId noemt geen resultaatinventarisatie", "en | roundId names no inventory round"})
    void pointsAtUnknownReferenceInLanguageOfClient(String language, String detail) {
        Api.researcher()
                .header("Accept-Language", language)
                .body(Observation.of(programme)
                        .with("roundId", "\"" + UUID.randomUUID() + "\"")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .header("Content-Language", equalTo(language))
                .body("violations[0].pointer", equalTo("/roundId"))
                .body("violations[0].detail", startsWith(detail));
    }

    @Test
    void dryRunRecordsNothing() {
        var path = imported("?dryRun=true", "text/csv", csv(row("a", "1")).getBytes(StandardCharsets.UTF_8));
        status(path)
                .body("status", equalTo("COMPLETED"))
                .body("dryRun", equalTo(true))
                .body("rowsRecorded", equalTo(0));
        assertStored(0);
        path = imported(
                "?dryRun=true", "text/csv", csv(row("a", "1"), row("a", "2")).getBytes(StandardCharsets.UTF_8));
        status(path).body("status", equalTo("REJECTED")).body("badRows", equalTo(1));
    }

    @Test
    void listsTakenNaturalIdsPerLine() {
        var existing = Api.record(Observation.of(programme).with("reference", "\"a\""));
        var path = imported(csv(row("b", "1"), row("a", "2"), row("b", "3")));
        status(path).body("status", equalTo("REJECTED")).body("badRows", equalTo(2));
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.line", contains(3, 4))
                .body("items.column", contains("reference", "reference"))
                .body("items.code", contains("ALREADY_EXISTS", "ALREADY_EXISTS"))
                .body("items[0].parameters.existing", equalTo(existing))
                .body("items[1].parameters.line", equalTo(2));
        assertStored(1);
    }

    @Test
    void listsErrorsByLine() {
        Api.record(Observation.of(programme).with("reference", "\"a\""));
        var path = imported(csv(row("a", "1"), row("b", "-1"), row("a", "2"), row("c", "1.5")));
        Api.researcher().get(path + "/errors").then().body("items.line", contains(2, 3, 4, 4, 5));
        var first = Api.researcher().get(path + "/errors?pageSize=3").then().extract();
        assertEquals(List.of(2, 3, 4), first.path("items.line"));
        Api.researcher().get(first.<String>path("links.next")).then().body("items.line", contains(4, 5));
    }

    @Test
    void rejectsSecondFigureWithSameKey() {
        var project = UUID.randomUUID();
        var header = "programme,projectId,period.from,period.until,targetGroup,reach.kind,reach.value,source";
        var line = programme + "," + project + ",2011-01-01,2012-01-01,YOUTH_AND_PUPILS,EXACT,5,s";
        status(imported(header + "\n" + line + "\n")).body("status", equalTo("COMPLETED"));
        var again =
                imported(header + "\n" + line.replace("YOUTH_AND_PUPILS", "OTHER") + "\n" + line + "\n" + line + "\n");
        status(again).body("status", equalTo("REJECTED"));
        Api.researcher()
                .get(again + "/errors")
                .then()
                .body("items.line", hasItem(3))
                .body("items.line", hasItem(4))
                .body("items.parameters.existing", hasItem(startsWith("/v1/reach-observations/")));
        assertStored(1);
        Api.researcher()
                .body(Observation.of(programme)
                        .with("projectId", "\"" + project + "\"")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409);
    }

    @Test
    void rejectsRowsWithoutProjectThatStateTheSame() {
        var recorded = Api.create(
                "/v1/reach-observations",
                Observation.of(programme)
                        .in("GM0988")
                        .reach(7)
                        .with("source", "\" A TEST  of A \"")
                        .json());
        var again = row("b", "3");
        for (var query : new String[] {"", "?dryRun=true"}) {
            var path = imported(
                    query,
                    "text/csv",
                    csv(row("a", "7"), row("a", "8").replace(",a,", ",c,"), again, again.replace(",b,", ",d,"))
                            .getBytes(StandardCharsets.UTF_8));
            status(path).body("status", equalTo("REJECTED")).body("badRows", equalTo(2));
            Api.researcher()
                    .get(path + "/errors")
                    .then()
                    .body("items.line", contains(2, 5))
                    .body("items.column", contains("source", "source"))
                    .body("items.code", contains("ALREADY_EXISTS", "ALREADY_EXISTS"))
                    .body("items[0].parameters.existing", equalTo(recorded))
                    .body("items[1].parameters.line", equalTo(4));
        }
        assertStored(1);
    }

    @Test
    void listsUnknownReferences() {
        var missing = "00000000-0000-7000-8000-000000000000";
        var path = imported(HEADER + ",includedIn,roundId\n" + row("a", "1") + "," + missing + ",\n" + row("b", "1")
                + ",," + missing + "\n");
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.line", contains(2, 3))
                .body("items.code", contains("REFERENCE_UNKNOWN", "REFERENCE_UNKNOWN"))
                .body("items[0].column", equalTo("includedIn"))
                .body("items[0].value", equalTo(missing));
    }

    @Test
    void listsAllUnknownReferencesOfRow() {
        var missing = "00000000-0000-7000-8000-000000000000";
        var csv = HEADER + ",reportId,roundId,includedIn,overlaps\n"
                + row("a", "1").replace("GM0988", "GM0052") + ("," + missing).repeat(4) + "\n";
        var json = Observation.of(programme)
                .in("GM0052")
                .with("reportId", "\"" + missing + "\"")
                .with("roundId", "\"" + missing + "\"")
                .with("includedIn", "\"" + missing + "\"")
                .with("overlaps", "[\"" + missing + "\"]")
                .json();
        for (var path :
                List.of(imported(csv), imported("", "application/x-ndjson", json.getBytes(StandardCharsets.UTF_8)))) {
            Api.researcher()
                    .get(path + "/errors")
                    .then()
                    .body(
                            "items.column",
                            contains("includedIn", "overlaps", "place.municipalities", "reportId", "roundId"));
        }
    }

    /** What is wrong with the form of a row hides no code and no record that there is none of. */
    @Test
    void listsUnknownReferencesOfRowWithOtherMistakes() {
        var missing = "00000000-0000-7000-8000-000000000000";
        var csv = HEADER + ",track,reportId,roundId,includedIn,overlaps\n"
                + row("a", "1").replace("GM0988", "GM9999") + ",X" + ("," + missing).repeat(4) + "\n"
                + row("b", "1").replace("GM0988", "GM9999") + ",Y" + ("," + missing).repeat(4) + "\n";
        var json = Observation.of(programme)
                .in("GM9999")
                .with("track", "\"X\"")
                .with("reportId", "\"" + missing + "\"")
                .with("roundId", "\"" + missing + "\"")
                .with("includedIn", "\"" + missing + "\"")
                .with("overlaps", "[\"" + missing + "\"]")
                .json();
        for (var file : List.of(csv, json + "\n" + json)) {
            var type = file.equals(csv) ? "text/csv" : "application/x-ndjson";
            var path = imported("", type, file.getBytes(StandardCharsets.UTF_8));
            var line = file.equals(csv) ? 2 : 1;
            for (int i = line; i < line + 2; i++) {
                Api.researcher()
                        .get(path + "/errors")
                        .then()
                        .body(
                                "items.findAll { it.line == " + i + " }.column",
                                containsInAnyOrder(
                                        "includedIn",
                                        "overlaps",
                                        "place.municipalities",
                                        "reportId",
                                        "roundId",
                                        "track"));
            }
        }
    }

    @Test
    void namesEachUnknownOverlapOfRow() {
        var missing = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        var known = Api.record(Observation.of(programme)).replaceAll(".*/", "");
        var cell = missing.get(0) + " " + known + " " + missing.get(1) + " " + missing.get(0);
        var path = imported(HEADER + ",overlaps\n" + row("a", "1") + "," + cell + "\n");
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.column", contains("overlaps", "overlaps"))
                .body("items.value", contains(cell, cell))
                .body("items.parameters.value", contains(missing.get(0), missing.get(1)));
        // Two parts of a cell that break one rule are one error.
        var types = imported(HEADER + ",interventionTypes\n" + row("a", "1") + ",X Y\n");
        Api.researcher().get(types + "/errors").then().body("items.column", contains("interventionTypes"));
    }

    /** A number is shown as it was written. */
    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1e400", "1.50", "[ 1e3 ]", "{\"a\": 1e400}", "true", "\"many\""})
    void showsValueOfNdjsonAsSent(String value) {
        var json = Observation.of(programme)
                .with("reach", "{\"value\":" + value + ",\"kind\":\"EXACT\"}")
                .json();
        var path = imported("", "application/x-ndjson", json.getBytes(StandardCharsets.UTF_8));
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.column", contains("reach.value"))
                .body("items[0].value", equalTo(value.replace("\"many\"", "many")));
    }

    @Test
    void namesLimitOfTooLongRow() {
        var note = "n".repeat(70_000);
        var json = Observation.of(programme).with("note", "\"" + note + "\"").json();
        for (var path : List.of(
                imported(csv(row("a", "1"), row("b", "1") + note)),
                imported(
                        "",
                        "application/x-ndjson",
                        (Observation.of(programme).json() + "\n\n" + json).getBytes(StandardCharsets.UTF_8)))) {
            Api.researcher()
                    .get(path + "/errors")
                    .then()
                    .body("items.line", contains(3))
                    .body("items.code", contains("WRONG_FORMAT"))
                    .body("items[0].parameters.max", equalTo(65_536))
                    .body("items[0].detail", containsString("65536 characters"));
        }
        send("", "text/csv", key(), (HEADER + "," + note + "\n").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("violations.code", contains("WRONG_FORMAT"))
                .body("violations[0].parameters.max", equalTo(8192))
                .body("violations[0].parameters.line", equalTo(1))
                .body("detail", equalTo("The header is too long: it can have 8192 bytes."));
    }

    /** A row has its reference and its key again, and is the same record by both. */
    @Test
    void listsRowThatIsRecordedOnce() {
        var project = UUID.randomUUID();
        var header = "programme,reference,projectId,period.from,period.until,targetGroup,reach.kind,reach.value,source";
        var line = programme + ",a," + project + ",2011-01-01,2012-01-01,YOUTH_AND_PUPILS,EXACT,5,s\n";
        var file = header + "\n" + line + line.replace(",a," + project, ",b,");
        status(imported(file)).body("status", equalTo("COMPLETED"));
        var again = imported(file + line);
        status(again).body("badRows", equalTo(3));
        Api.researcher()
                .get(again + "/errors")
                .then()
                .body("items.line", contains(2, 3, 4, 4))
                .body("items.column", contains("reference", "reference", "reference", "reference"))
                .body("items.code", everyItem(equalTo("ALREADY_EXISTS")))
                .body("items.findAll { it.line == 4 }.parameters*.keySet().flatten()", hasItems("existing", "line"));
    }

    @Test
    void importsInterventionTypesAndPhenomena() {
        status(imported(HEADER + ",interventionTypes,phenomena\n" + row("a", "1")
                        + ",AWARENESS NETWORK_BUILDING,POLARISATION\n" + row("b", "1") + ",,\n"))
                .body("status", equalTo("COMPLETED"));
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items.find { it.reference == 'a' }.interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body("items.find { it.reference == 'a' }.phenomena", contains("POLARISATION"))
                .body("items.find { it.reference == 'b' }.interventionTypes", empty());
        Api.researcher()
                .get(imported(HEADER + ",interventionTypes\n" + row("c", "1") + ",FLYERS\n") + "/errors")
                .then()
                .body("items.code", contains("UNKNOWN_VALUE"))
                .body("items.column", contains("interventionTypes"))
                .body("items.value", contains("FLYERS"));
    }

    @Test
    void importsNdjson() {
        var body = Observation.of(programme).with("reference", "\"n1\"").json() + "\n\n"
                + Observation.of(programme)
                        .with("reference", "\"n2\"")
                        .ofAnotherSource()
                        .json();
        status(imported("", "application/x-ndjson", body.getBytes(StandardCharsets.UTF_8)))
                .body("status", equalTo("COMPLETED"))
                .body("rowsRecorded", equalTo(2));
        var bad = Observation.of(programme).json() + "\n{\"programme\":1} {}\n{\"programme\" 1}\n";
        var path = imported("", "application/x-ndjson", bad.getBytes(StandardCharsets.UTF_8));
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.line", hasItem(2))
                .body("items.code", hasItem("TRAILING_CONTENT"))
                .body("items.code", hasItem("WRONG_TYPE"))
                .body("items.find { it.code == 'MALFORMED_JSON' }.parameters.line", equalTo(3))
                .body(
                        "items.find { it.code == 'MALFORMED_JSON' }.detail",
                        startsWith("The row is not well-formed JSON from position"));
        assertStored(2);
    }

    @Test
    void rejectsCharactersThatDatabaseCannotStore() {
        var rows = List.of(
                Observation.of(programme).with("source", "\"a\\u0000b\"").json(),
                Observation.of(programme)
                        .with("source", "\"" + "a".repeat(199) + "\\ud83d\\ude00\\u0001\"")
                        .json(),
                Observation.of(programme).with("source", "\"\\ud800\"").json(),
                Observation.of(programme).with("\\u0000", "1").json(),
                Observation.of(programme)
                        .with("reach", "{\"kind\":\"EXACT\",\"value\":1e99999999999999}")
                        .json(),
                Observation.of(programme)
                        .with("reach", "{\"kind\":\"EXACT\",\"value\":1E999999999}")
                        .json(),
                "[".repeat(5_000));
        var path = imported("", "application/x-ndjson", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
        status(path).body("status", equalTo("REJECTED")).body("badRows", equalTo(rows.size()));
        Api.researcher()
                .get(path + "/errors")
                .then()
                .statusCode(200)
                .body("items.find { it.line == 1 }.value", equalTo("a\ufffdb"))
                .body("items.find { it.line == 2 }.value", equalTo("a".repeat(199) + "\ufffd"))
                .body("items.find { it.line == 4 }.column", equalTo("\ufffd"));
        assertStored(0);
    }

    @Test
    void importsSpreadsheetFile() {
        var text = "\uFEFF" + HEADER.replace(',', ';') + "\r\n"
                + row("a", "1").replace(',', ';').replace("a note", "\"two\nlines; \"\"quoted\"\"\"") + "\r\n";
        status(imported("", "text/csv; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8)))
                .body("status", equalTo("COMPLETED"));
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items[0].note", equalTo("two\nlines; \"quoted\""));
    }

    @Test
    void formulaStaysTextAndIsEscapedInCsv() {
        var text = csv(row("a", "1").replace("a note", "=HYPERLINK(\"\"x\"\")"));
        status(imported(text.replace("=HYPERLINK(\"\"x\"\")", "\"=HYPERLINK(\"\"x\"\")\"")))
                .body("status", equalTo("COMPLETED"));
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items[0].note", equalTo("=HYPERLINK(\"x\")"));
        Api.analyst()
                .get("/v1/reach-observations/csv?programme=" + programme)
                .then()
                .body(containsString("'=HYPERLINK"));
    }

    @Test
    void rejectsOtherEncodings() {
        var latin = csv(row("a", "1").replace("a note", "café")).getBytes(StandardCharsets.ISO_8859_1);
        send("", "text/csv", key(), latin)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("WRONG_ENCODING"))
                .body("violations[0].detail", containsString("Latin-1"))
                .body("violations[0].detail", containsString("line 2"))
                .body("violations[0].parameters.line", equalTo(2));
        send("", "text/csv", key(), csv(row("a", "1")).getBytes(StandardCharsets.UTF_16))
                .then()
                .statusCode(400)
                .body("violations[0].detail", containsString("UTF-16"));
        send("", "text/csv; charset=iso-8859-1", key(), latin)
                .then()
                .statusCode(415)
                .body("detail", containsString("iso-8859-1"));
        send("", "text/plain", key(), latin).then().statusCode(415);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "programme,source | REQUIRED",
                "nothing like a header | UNKNOWN_FIELD",
                "{\"programme\":\"P\"} | UNKNOWN_FIELD",
                "programme,programme,period.from,period.until,targetGroup,reach.kind,source | NOT_ALLOWED",
                "\"programme\"x | WRONG_FORMAT",
            })
    void rejectsOtherFileAtOnce(String header, String code) {
        send("", "text/csv", key(), (header + "\nx\n").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("violations.code", hasItem(code))
                .body(
                        "violations.findAll { it.code == 'UNKNOWN_FIELD' }.parameters.allowed",
                        everyItem(hasItem("note")));
    }

    @Test
    void rejectsEmptyFiles() {
        send("", "text/csv", key(), new byte[0]).then().statusCode(400);
        status(imported(HEADER + "\n")).body("status", equalTo("REJECTED"));
        send("", "application/x-ndjson", key(), "x\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
        send("", "text/csv", key(), (HEADER + "\n\u0000").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("INVALID_CHARACTER"))
                .body("violations[0].parameters.line", equalTo(2));
    }

    @Test
    void stopsAtMalformedCsv() {
        var path = imported(csv(row("a", "1"), row("b", "1").replace("a note", "\"x\" y"), row("c", "1")));
        status(path).body("status", equalTo("REJECTED"));
        Api.researcher().get(path + "/errors").then().body("items.code", contains("WRONG_FORMAT"));
        assertStored(0);
    }

    /** All rows after it would be text of that row. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesQuoteThatIsClosedNowhere(int open) {
        var rows = new ArrayList<>(List.of(row("a", "1"), row("b", "1"), row("c", "1")));
        rows.set(open, rows.get(open).replace("a note", "\"a note"));
        for (var file : List.of(
                csv(rows.toArray(String[]::new)),
                csv(rows.toArray(String[]::new)).strip())) {
            var path = imported(file);
            status(path).body("status", equalTo("REJECTED"));
            Api.researcher()
                    .get(path + "/errors")
                    .then()
                    .body("items.code", contains("WRONG_FORMAT"))
                    .body("items.line", contains(open + 2));
        }
        assertStored(0);
    }

    @Test
    void takesClosedQuotesAtItsEnd() {
        var last = row("b", "1").replace("a note", "\"a \"\"note\"\"\nof two lines\"");
        status(imported(csv(row("a", "1"), last).strip())).body("status", equalTo("COMPLETED"));
        assertStored(2);
    }

    @Test
    void refusesHeaderWithQuoteThatIsClosedNowhere() {
        var header =
                HEADER.substring(0, HEADER.lastIndexOf(',') + 1) + '"' + HEADER.substring(HEADER.lastIndexOf(',') + 1);
        send("", "text/csv", key(), (header + "\n" + row("a", "1")).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("WRONG_FORMAT"))
                .body("violations[0].detail", containsString("closed nowhere"))
                .body("violations[0].parameters.line", equalTo(1));
    }

    @Test
    void requiresKeyAndMakesOneImport() {
        var body = csv(row("a", "1")).getBytes(StandardCharsets.UTF_8);
        request("text/csv").body(body).post("/v1/imports").then().statusCode(400);
        var key = key();
        var first = send("", "text/csv", key, body);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        send("", "text/csv", key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")));
        send("", "text/csv", key, csv(row("b", "1")).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422);
        send("?dryRun=true", "text/csv", key, body).then().statusCode(422);
        worker.work();
        assertStored(1);
    }

    @Test
    void filesAtOnceWithOneKeyMakeOneImport() throws SQLException {
        var key = key();
        var files = Stream.of("a", "a", "b")
                .map(reference -> csv(row(reference, "1")).getBytes(StandardCharsets.UTF_8))
                .toList();
        List<CompletableFuture<Response>> answers;
        try (var lock = InFlightWrite.unregistered(LOCK)) {
            answers = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> send("", "text/csv", key, file)))
                    .toList();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> RowPolicies.asOwner(WAITING).equals(List.of("3")));
            lock.end();
        }
        var results = answers.stream().map(CompletableFuture::join).toList();
        assertEquals(1, results.stream().filter(ImportTest::isNew).count());
        results.stream().filter(answer -> !isNew(answer)).forEach(ImportTest::assertRefusedOrReplayed);
        assertEquals(
                List.of("1"),
                RowPolicies.asOwner("select count(*) from observation_import where idempotency_key = '" + key + "'"));
        worker.work();
        worker.work();
        assertStored(1);
    }

    private static boolean isNew(Response answer) {
        return answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null;
    }

    private static void assertRefusedOrReplayed(Response answer) {
        if (answer.statusCode() != 201) {
            answer.then().body("type", either(endsWith("/request-in-progress")).or(endsWith("/key-reused")));
        }
    }

    @Test
    void keysOfOrganisationsAreSeparate() {
        var body = csv(row("a", "1")).getBytes(StandardCharsets.UTF_8);
        var key = key();
        var ofNone = send("?dryRun=true", "text/csv", key, body).header("Location");
        var paths = new HashSet<String>(Set.of(ofNone));
        for (var organisation : List.of("KPLUSV", "NUANSA")) {
            var token = TestIssuer.token().roles(Role.RESEARCHER).organisation(organisation);
            var first = request("text/csv")
                    .auth()
                    .oauth2(token.sign())
                    .header("Idempotency-Key", key)
                    .body(body);
            var answer = first.post("/v1/imports?dryRun=true");
            answer.then().statusCode(201).header("Idempotency-Replayed", nullValue());
            paths.add(answer.header("Location"));
            request("text/csv")
                    .auth()
                    .oauth2(token.sign())
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/imports?dryRun=true")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo("true"))
                    .header("Location", equalTo(answer.header("Location")));
        }
        assertEquals(3, paths.size());
        worker.work();
        worker.work();
        worker.work();
    }

    /** Release 0.1.0 does not store the organisation. */
    @Test
    void replaysImportOfLastRelease() throws SQLException {
        var body = csv(row("a", "1")).getBytes(StandardCharsets.UTF_8);
        var key = key();
        var path = send("", "text/csv", key, body).header("Location");
        RowPolicies.asOwner("update observation_import set organisation = null where idempotency_key = '" + key + "'");
        request("text/csv")
                .auth()
                .oauth2(TestIssuer.token()
                        .roles(Role.RESEARCHER)
                        .organisation("KPLUSV")
                        .sign())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(path));
        worker.work();
        assertStored(1);
    }

    @Test
    void onlyResearchersImport() {
        var body = csv(row("a", "1")).getBytes(StandardCharsets.UTF_8);
        for (var role : new String[] {Role.ANALYST, Role.REVIEWER, Role.GRANTEE, Role.STATISTICS_CLIENT}) {
            Api.as(TestIssuer.token(role))
                    .contentType("text/csv")
                    .header("Idempotency-Key", key())
                    .body(body)
                    .post("/v1/imports")
                    .then()
                    .statusCode(403);
        }
        Api.grantee("GM0988").get("/v1/imports").then().statusCode(403);
        Api.analyst().get("/v1/imports?status=COMPLETED").then().statusCode(200);
        Api.analyst().get("/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
        Api.analyst().get("/v1/imports/" + UUID.randomUUID() + "/errors").then().statusCode(404);
    }

    @Test
    void templateCanBeImported() {
        var template = Api.researcher()
                .accept("text/csv")
                .get("/v1/imports/template")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var path = imported("?dryRun=true", "text/csv", template.getBytes(StandardCharsets.UTF_8));
        status(path).body("status", equalTo("COMPLETED")).body("rowsRead", equalTo(1));
        Api.researcher().get(path + "/errors").then().body("items", empty());
    }

    private String imported(String csv) {
        return imported("", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private String imported(String query, String type, byte[] body) {
        var path = send(query, type, key(), body)
                .then()
                .statusCode(201)
                .body("status", equalTo("QUEUED"))
                .extract()
                .header("Location");
        worker.work();
        return path;
    }

    private Response send(String query, String type, String key, byte[] body) {
        return request(type).header("Idempotency-Key", key).body(body).post("/v1/imports" + query);
    }

    private static io.restassured.specification.RequestSpecification request(String type) {
        return Api.researcher().config(WITHOUT_CHARSET).contentType(type);
    }

    private static ValidatableResponse status(String path) {
        return Api.researcher().get(path).then().statusCode(200);
    }

    private String csv(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private String row(String reference, String value) {
        return programme + "," + reference + ",2011-01-01,2012-01-01,YOUTH_AND_PUPILS,EXACT," + value
                + ",MUNICIPAL,GM0988,a test of " + reference + ",a note";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void assertStored(int number) {
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme)
                .then()
                .body("items", hasSize(number));
    }
}
