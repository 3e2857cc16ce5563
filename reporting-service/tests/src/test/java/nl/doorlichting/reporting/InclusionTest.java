package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.doorlichting.reporting.imports.ImportWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an observation relates to tallies. */
@ReportingServiceTest
class InclusionTest {
    @Inject
    ImportWorker worker;

    @Test
    void mustBeStatedWhereTallyMayHoldObservation() {
        var first = tally(Observation.of("required").period("2011-12-31", "2013-01-01"));
        var second = tally(Observation.of("required"));
        record(Observation.of("required").in("GM9999"))
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/includedIn", "/place/municipalities/0"))
                .body("violations.code", containsInAnyOrder("REQUIRED", "MUNICIPALITY_NOT_VALID"))
                .body("violations.find { it.code == 'REQUIRED' }.parameters.tallies", contains(first, second));
        for (var stated : new String[] {"NONE", "UNKNOWN", second}) {
            record(Observation.of("required").with("includedIn", "\"" + stated + "\""))
                    .statusCode(201)
                    .body("includedIn", equalTo(stated));
        }
    }

    /** It says as little as a field that is absent. The last day is that of the tally too. */
    @Test
    void mustNotBeNullWhereTallyMayHoldObservation() {
        var tally = tally(Observation.of("null").period("2011-12-31", "2013-01-01"));
        var observation = Observation.of("null").with("includedIn", "null");
        requiredFor(tally, record(observation));
        var path = Api.record(observation.with("includedIn", "\"UNKNOWN\""));
        requiredFor(tally, correct(path, "{\"reason\":\"not stated\",\"includedIn\":null}"));
        correct(path, "{\"reason\":\"not in it\",\"includedIn\":\"NONE\"}").statusCode(201);
        requiredFor(tally, correct(path, "{\"reason\":\"not stated\",\"includedIn\":null}"));
        record(observation.with("includedIn", "null").period("2011-01-01", "2011-12-31"))
                .statusCode(201)
                .body("includedIn", nullValue());
    }

    private static void requiredFor(String tally, ValidatableResponse refused) {
        refused.statusCode(400)
                .body("violations.pointer", contains("/includedIn"))
                .body("violations.code", contains("REQUIRED"))
                .body("violations[0].parameters.tallies", contains(tally));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "programme | \"another\"",
                "targetGroup | \"OTHER\"",
                "period | {\"from\":\"2012-01-01\",\"until\":\"2013-01-01\"}",
            })
    void needNotBeStatedWhereNoTallyMayHoldObservation(String field, String json) {
        var programme = "not required by " + field;
        tally(Observation.of(programme));
        record(Observation.of(programme).with(field, json)).statusCode(201).body("includedIn", nullValue());
    }

    @Test
    void needNotBeStatedBeforeThereIsTally() {
        record(Observation.of("before")).statusCode(201);
        tally(Observation.of("before"));
        record(Observation.of("before")).statusCode(400);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "programme | \"of another\"",
                "targetGroup | \"OTHER\"",
                "period | {\"from\":\"2010-12-31\",\"until\":\"2012-01-01\"}",
            })
    void rejectsTallyThatCannotHoldObservation(String differs, String json) {
        var programme = "holds " + differs;
        var tally = tally(Observation.of(programme));
        record(Observation.of(programme).with("includedIn", "\"" + tally + "\"").with(differs, json))
                .statusCode(400)
                .body("violations.pointer", contains("/includedIn"))
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.differs", contains(differs));
    }

    @Test
    void namesAllThatDiffers() {
        var tally = tally(Observation.of("all"));
        record(Observation.of("none of it")
                        .with("includedIn", "\"" + tally + "\"")
                        .with("targetGroup", "\"OTHER\"")
                        .period("2009-01-01", "2010-01-01"))
                .statusCode(400)
                .body("violations[0].parameters.differs", contains("programme", "targetGroup", "period"));
    }

    @Test
    void holdsForCorrectionToo() {
        var path = Api.record(Observation.of("corrects"));
        var tally = tally(Observation.of("corrects"));
        var correction = Observation.of("corrects").without("programme").with("reason", "\"counted again\"");
        correct(path, correction).statusCode(400).body("violations.code", contains("REQUIRED"));
        correct(path, correction.with("includedIn", "\"" + tally + "\"")).statusCode(201);
        correct(path, correction.with("targetGroup", "\"OTHER\""))
                .statusCode(400)
                .body("violations[0].parameters.differs", contains("targetGroup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ALL", "", "00000000-0000-7000-8000-00000000000"})
    void rejectsOtherWords(String word) {
        record(Observation.of("words").with("includedIn", "\"" + word + "\""))
                .statusCode(400)
                .body("violations.pointer", contains("/includedIn"));
    }

    @Test
    void holdsForRowsOfImport() {
        var programme = UUID.randomUUID().toString().substring(0, 30);
        tally(Observation.of(programme));
        var other = tally(Observation.of("other " + programme));
        var rows = Observation.of(programme).json() + "\n"
                + Observation.of(programme)
                        .with("includedIn", "\"" + other + "\"")
                        .json() + "\n"
                + Observation.of(programme).with("includedIn", "\"NONE\"").json();
        var path = Api.researcher()
                .config(ImportTest.WITHOUT_CHARSET)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        worker.work();
        Api.researcher()
                .get(path + "/errors")
                .then()
                .body("items.line", contains(1, 2))
                .body("items.column", contains("includedIn", "includedIn"))
                .body("items.code", contains("REQUIRED", "NOT_ALLOWED"));
    }

    private static String tally(Observation figure) {
        return Api.researcher()
                .body(figure.json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse record(Observation figure) {
        return Api.researcher()
                .body(figure.ofAnotherSource().json())
                .post("/v1/reach-observations")
                .then();
    }

    private static ValidatableResponse correct(String path, Observation figure) {
        return correct(path, figure.json());
    }

    private static ValidatableResponse correct(String path, String changes) {
        return Api.researcher().body(changes).post(path + "/corrections").then();
    }
}
