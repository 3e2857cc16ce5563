package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.reporting.imports.ImportWorker;
import org.junit.jupiter.api.Test;

/** Records of a report inherit what they do not state. */
@ReportingServiceTest
class InheritedFieldsTest {
    private static final String[] ALL = {
        "organisationId", "track", "actionLine", "fundingInstrument", "interventionTypes", "phenomena", "place"
    };

    @Inject
    ImportWorker worker;

    private final UUID project = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void observationInheritsFromEntryOfItsProject() {
        var report = report("inherits");
        Api.researcher()
                .get(Api.record(observation("inherits", report)))
                .then()
                .body("organisationId", equalTo("GM0988"))
                .body("track", equalTo("LOCAL"))
                .body("actionLine", equalTo("PREVENTION"))
                .body("fundingInstrument", equalTo("SUBSIDY"))
                .body("interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body("phenomena", contains("POLARISATION"))
                .body("place.municipalities", contains("GM0988"))
                .body("inherited", contains(ALL));
        Api.researcher()
                .get(Api.record(observation("inherits", report).with("projectId", quoted(other))))
                .then()
                .body("track", equalTo("NATIONAL"))
                .body("interventionTypes", empty())
                .body("inherited", contains("track"));
        Api.researcher()
                .get(Api.record(observation("inherits", report).without("projectId")))
                .then()
                .body("track", nullValue())
                .body("inherited", empty());
    }

    @Test
    void observationKeepsWhatItStates() {
        var stated = observation("states", report("states"))
                .with("track", "\"NATIONAL\"")
                .with("interventionTypes", "[\"GENERAL_EDUCATION\"]")
                .in("GM0518");
        Api.researcher()
                .get(Api.record(stated))
                .then()
                .body("track", equalTo("NATIONAL"))
                .body("interventionTypes", contains("GENERAL_EDUCATION"))
                .body("place.municipalities", contains("GM0518"))
                .body("inherited", contains("organisationId", "actionLine", "fundingInstrument", "phenomena"));
    }

    @Test
    void placeThatWasNotThereInPeriodIsNotInherited() {
        var entry = Report.of("gone", null, project).saying("place", place("GM0052"));
        var report = Api.begin(entry);
        Api.researcher()
                .get(Api.record(observation("gone", report)))
                .then()
                .body("place.scope", equalTo("UNSPECIFIED"))
                .body("inherited", empty());
        Api.researcher()
                .get(Api.record(observation("gone", report).period("2009-01-01", "2010-01-01")))
                .then()
                .body("place.municipalities", contains("GM0052"))
                .body("inherited", contains("place"));
    }

    @Test
    void laterChangeOfReportChangesNoRecord() {
        var report = Api.begin(Report.of("moment", null, project).saying("track", "LOCAL"));
        var observation = Api.record(observation("moment", report));
        var first = Api.analyst().get(observation).then().extract().<String>path("recordedAt");
        Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", Api.analyst().get(report).header("ETag"))
                .body(Map.of("projects", List.of(Map.of("projectId", project, "track", "NATIONAL"))))
                .patch(report)
                .then()
                .statusCode(200);
        Api.analyst().get(observation).then().body("track", equalTo("LOCAL"));
        var correction = observation("moment", report)
                .without("programme")
                .without("reportId")
                .with("reason", "\"counted again\"");
        Api.researcher()
                .body(correction.json())
                .post(observation + "/corrections")
                .then()
                .statusCode(201)
                .body("track", equalTo("NATIONAL"))
                .body("inherited", contains("track"));
        Api.analyst()
                .get(observation + "?asOf=" + first)
                .then()
                .body("track", equalTo("LOCAL"))
                .body("inherited", contains("track"));
        Api.researcher()
                .body(correction.with("track", "\"INTERNATIONAL\"").json())
                .post(observation + "/corrections")
                .then()
                .body("track", equalTo("INTERNATIONAL"))
                .body("inherited", empty());
    }

    @Test
    void importedObservationInherits() {
        var report = report("imported");
        var row = observation("imported", report).with("actionLine", "\"PROACTION\"");
        Api.researcher()
                .config(ImportTest.WITHOUT_CHARSET)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(row.json().getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(201);
        worker.work();
        Api.analyst()
                .get("/v1/reach-observations?programme=imported")
                .then()
                .body("items.actionLine", contains("PROACTION"))
                .body("items.track", contains("LOCAL"))
                .body("items.place.municipalities", contains(List.of("GM0988")))
                .body(
                        "items[0].inherited",
                        contains(
                                "organisationId",
                                "track",
                                "fundingInstrument",
                                "interventionTypes",
                                "phenomena",
                                "place"));
    }

    @Test
    void verdictInherits() {
        var report = report("verdict");
        var path = verdict("verdict", report, Map.of("actionLine", "PROACTION"))
                .statusCode(201)
                .body("reportId", equalTo(id(report)))
                .body("track", equalTo("LOCAL"))
                .body("actionLine", equalTo("PROACTION"))
                .body("interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body(
                        "inherited",
                        contains(
                                "organisationId",
                                "track",
                                "fundingInstrument",
                                "interventionTypes",
                                "phenomena",
                                "place"))
                .extract()
                .header("Location");
        Api.researcher()
                .body("{\"reason\":\"of no report\",\"reportId\":null,\"actionLine\":null,\"track\":\"LOCAL\"}")
                .post(path + "/corrections")
                .then()
                .statusCode(201)
                .body("reportId", nullValue())
                .body("track", equalTo("LOCAL"))
                .body("actionLine", nullValue())
                .body("inherited", empty());
        Api.analyst()
                .get(path + "/versions")
                .then()
                .body("items.actionLine", contains("PROACTION", null))
                .body("items[0].reportId", equalTo(id(report)));
    }

    @Test
    void verdictNamesReportOfItsProjectAndProgramme() {
        var report = report("fits");
        verdict("fits", report, Map.of("projectId", UUID.randomUUID(), "place", place("GM9999")))
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/reportId", "/place/municipalities/0"));
        refused(verdict("elsewhere", report, Map.of()));
        refused(verdict("fits", "/" + UUID.randomUUID(), Map.of()));
        refused(verdict("fits", report, Map.of("projectId", UUID.randomUUID())));
        refused(indicator("elsewhere", report, Map.of()));
        refused(indicator("fits", "/" + UUID.randomUUID(), Map.of()));
        indicator("fits", report, Map.of("projectId", UUID.randomUUID(), "place", place("GM9999")))
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/reportId", "/place/municipalities/0"));
    }

    /** As an observation that names such a report. */
    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/reportId"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
    }

    @Test
    void indicatorInheritsAgainWhenItChanges() {
        var report = report("indicator");
        var path = indicator("indicator", report, Map.of("phenomena", List.of("ISLAMIST_EXTREMISM")))
                .statusCode(201)
                .body("track", equalTo("LOCAL"))
                .body("phenomena", contains("ISLAMIST_EXTREMISM"))
                .body(
                        "inherited",
                        contains(
                                "organisationId",
                                "track",
                                "actionLine",
                                "fundingInstrument",
                                "interventionTypes",
                                "place"))
                .extract()
                .header("Location");
        patch(path, "{\"name\":\"another\",\"actionLine\":\"PROACTION\"}")
                .statusCode(200)
                .body("track", equalTo("LOCAL"))
                .body("actionLine", equalTo("PROACTION"))
                .body(
                        "inherited",
                        contains("organisationId", "track", "fundingInstrument", "interventionTypes", "place"));
        patch(path, "{\"reportId\":null}")
                .statusCode(200)
                .body("track", nullValue())
                .body("actionLine", equalTo("PROACTION"))
                .body("place.scope", equalTo("UNSPECIFIED"))
                .body("inherited", empty());
        refused(indicator("indicator", report, Map.of("projectId", UUID.randomUUID())));
    }

    private String report(String programme) {
        return Api.begin(Report.of(programme, null)
                .about(project, "GM0988")
                .saying("track", "LOCAL")
                .saying("actionLine", "PREVENTION")
                .saying("fundingInstrument", "SUBSIDY")
                .saying("interventionTypes", List.of("AWARENESS", "NETWORK_BUILDING"))
                .saying("phenomena", List.of("POLARISATION"))
                .saying("place", place("GM0988"))
                .about(other, null)
                .saying("track", "NATIONAL"));
    }

    private Observation observation(String programme, String report) {
        return Observation.of(programme).with("reportId", quoted(id(report))).with("projectId", quoted(project));
    }

    private Map<String, Object> verdict(String programme, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "programme", programme,
                "projectId", project,
                "verdict", "PROMISING",
                "concerns", "INTERVENTION_GOAL",
                "assessedBy", "a reviewer",
                "evidenceLevel", 2,
                "source", "a test"));
        body.putAll(more);
        return body;
    }

    private ValidatableResponse verdict(String programme, String report, Map<String, ?> more) {
        var body = verdict(programme, more);
        body.put("reportId", id(report));
        return Api.researcher().body(body).post("/v1/effect-judgements").then();
    }

    private ValidatableResponse indicator(String programme, String report, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "programme",
                programme,
                "projectId",
                project,
                "reportId",
                id(report),
                "name",
                "pupils who debate",
                "unit",
                "per cent",
                "direction",
                "UP",
                "baseline",
                Map.of("kind", "NONE_TAKEN"),
                "source",
                "a test"));
        body.putAll(more);
        return Api.researcher().body(body).post("/v1/indicators").then();
    }

    private static ValidatableResponse patch(String path, String patch) {
        return Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", Api.analyst().get(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then();
    }

    private static Map<String, Object> place(String municipality) {
        return Map.of("scope", "MUNICIPAL", "municipalities", List.of(municipality));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String quoted(Object text) {
        return "\"" + text + "\"";
    }
}
