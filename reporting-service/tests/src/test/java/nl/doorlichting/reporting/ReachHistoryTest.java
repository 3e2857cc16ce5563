package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class ReachHistoryTest {
    private static final String BEFORE_ALL = "2011-01-01T00:00:00Z";

    @Test
    void correctionAddsVersionAndKeepsEarlierOne() {
        var path = Api.record(Observation.of("corrected").reach(100).with("reference", "\"r\""));
        var first = recordedAt(path);
        correct(path, correction("a zero too many").reach(10))
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("reach.value", equalTo(10))
                .body("version", equalTo(2))
                .body("reason", equalTo("a zero too many"))
                .body("reference", equalTo("r"))
                .body("programme", equalTo("corrected"));
        Api.analyst()
                .get(path + "?asOf=" + first)
                .then()
                .statusCode(200)
                .body("reach.value", equalTo(100))
                .body("reason", nullValue())
                .body("allowedActions", empty());
        Api.researcher()
                .get(path)
                .then()
                .body("reach.value", equalTo(10))
                .body("withdrawal", nullValue())
                .body("allowedActions", contains("corrections", "withdrawal"));
        Api.analyst().get(path).then().body("allowedActions", empty());
    }

    @Test
    void correctionStatesInterventionTypesAnew() {
        var path = Api.record(Observation.of("kinds then").with("interventionTypes", "[\"AWARENESS\"]"));
        var first = recordedAt(path);
        correct(path, correction("of another kind").with("interventionTypes", "[\"GENERAL_EDUCATION\"]"))
                .statusCode(201)
                .body("interventionTypes", contains("GENERAL_EDUCATION"));
        correct(
                        path,
                        correction("not stated")
                                .with("interventionTypes", "null")
                                .with("phenomena", "[\"POLARISATION\"]"))
                .statusCode(201)
                .body("interventionTypes", empty())
                .body("phenomena", contains("POLARISATION"));
        Api.analyst()
                .get(path + "?asOf=" + first)
                .then()
                .body("interventionTypes", contains("AWARENESS"))
                .body("phenomena", empty());
    }

    @Test
    void correctionKeepsWhatItDoesNotName() {
        var project = UUID.randomUUID().toString();
        var path = Api.record(Observation.of("kept")
                .in("GM0988")
                .with("projectId", "\"" + project + "\"")
                .with("organisationId", "\"GM0988\"")
                .with("intensity", "\"COURSE\"")
                .with("note", "\"by hand\""));
        correct(path, "{\"reason\":\"counted again\",\"reach\":{\"value\":90}}")
                .statusCode(201)
                .body("reach.kind", equalTo("EXACT"))
                .body("reach.value", equalTo(90))
                .body("projectId", equalTo(project))
                .body("organisationId", equalTo("GM0988"))
                .body("place.municipalities", contains("GM0988"))
                .body("intensity", equalTo("COURSE"))
                .body("note", equalTo("by hand"));
        Api.grantee("GM0988").get(path).then().statusCode(200).body("version", equalTo(2));
        correct(path, "{\"reason\":\"of no course\",\"intensity\":null,\"projectId\":null,\"note\":null}")
                .statusCode(201)
                .body("intensity", nullValue())
                .body("projectId", nullValue())
                .body("note", nullValue())
                .body("place.municipalities", contains("GM0988"));
    }

    @Test
    void quantityOfAnotherKindKeepsNothingOfFormer() {
        var path = Api.record(Observation.of("kinds of quantity"));
        correct(
                        path,
                        "{\"reason\":\"not exact\",\"reach\":{\"kind\":\"RANGE\",\"minimum\":80,\"maximum\":120},"
                                + "\"place\":{\"scope\":\"NATIONAL\"}}")
                .statusCode(201)
                .body("reach.minimum", equalTo(80))
                .body("place.scope", equalTo("NATIONAL"));
        correct(path, "{\"reason\":\"more\",\"reach\":{\"maximum\":130}}")
                .statusCode(201)
                .body("reach.minimum", equalTo(80))
                .body("reach.maximum", equalTo(130));
    }

    @Test
    void withdrawnFigureCountsNowhereAndShowsWhy() {
        var project = UUID.randomUUID();
        var figure = Observation.of("withdrawn").reach(100).with("projectId", "\"" + project + "\"");
        var path = Api.record(figure);
        Api.record(Observation.of("withdrawn").reach(5));
        var first = recordedAt(path);
        withdraw(path, " ").statusCode(400).body("violations.pointer", contains("/reason"));
        Api.named("the-withdrawer", "RESEARCHER")
                .body("{\"reason\":\"of another programme\"}")
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("reach.value", equalTo(100))
                .body("projectId", equalTo(project.toString()))
                .body("recordedBy", equalTo("the-withdrawer"))
                .body("withdrawal.withdrawnBy", equalTo("the-withdrawer"))
                .body("withdrawal.reason", equalTo("of another programme"))
                .body("allowedActions", empty());
        var withdrawnAt = Api.analyst().get(path).then().extract().<String>path("withdrawal.withdrawnAt");
        total("withdrawn", "", 5);
        total("withdrawn", withdrawnAt, 5);
        total("withdrawn", first, 100);
        var list = "/v1/reach-observations?programme=withdrawn";
        Api.analyst().get(list).then().body("items.reach.value", contains(5));
        Api.analyst().get(list + "&counted=true").then().body("items.reach.value", contains(5));
        Api.analyst()
                .get(list + "&withdrawn=true")
                .then()
                .body("items.withdrawal.reason", contains("of another programme"));
        Api.analyst().get(list + "&asOf=" + first).then().body("items.reach.value", contains(100));
        Api.analyst()
                .get("/v1/project-records/" + project)
                .then()
                .statusCode(200)
                .body("reach.items", empty());
        correct(path, correction("too late")).statusCode(409).body("allowed", empty());
        withdraw(path, "twice").statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        // What the figure was of can be recorded anew.
        Api.record(figure.reach(7));
        total("withdrawn", "", 12);
    }

    @Test
    void observationsOfWithdrawnTallyCount() {
        var tally = tally("held", 1000);
        var id = tally.substring(tally.lastIndexOf('/') + 1);
        Api.record(Observation.of("held").reach(40).with("includedIn", "\"" + id + "\""));
        total("held", "", 1000);
        withdraw(tally, "counted twice").statusCode(200).body("withdrawal.reason", equalTo("counted twice"));
        total("held", "", 40);
        Api.researcher()
                .body(Observation.of("held")
                        .with("includedIn", "\"" + id + "\"")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        // No tally may hold it any more, so that it need not state one.
        Api.record(Observation.of("held").reach(2));
        total("held", "", 42);
    }

    @Test
    void rejectsSameTallyTwice() {
        var first = tally("twice", 10);
        var other = tally("twice", 11);
        var body = Observation.of("twice").reach(10).json();
        Api.researcher()
                .body(body)
                .post("/v1/reach-tallies")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
        Api.researcher()
                .body(Observation.of("twice")
                        .reach(10)
                        .with("source", "\"  A  TEST \"")
                        .with("note", "\"n\"")
                        .json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
        // Nor does a correction make two of them.
        Api.researcher()
                .body("{\"reason\":\"misread\",\"reach\":{\"kind\":\"EXACT\",\"value\":10}}")
                .post(other + "/corrections")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
        Api.researcher()
                .body("{\"reason\":\"a remark\",\"note\":\"n\"}")
                .post(first + "/corrections")
                .then()
                .statusCode(201);
        withdraw(first, "misread").statusCode(200);
        Api.create("/v1/reach-tallies", body);
    }

    @Test
    void rejectsSameObservationWithoutProjectTwice() {
        var first = recordExactly(Observation.of("same").in("GM0988").reach(10));
        var another = recordExactly(Observation.of("same").in("GM0988").reach(11));
        for (var same : new Observation[] {
            Observation.of("same").in("GM0988").reach(10),
            Observation.of("same")
                    .in("GM0988")
                    .reach(10)
                    .with("source", "\" A  TEST\"")
                    .with("note", "\"n\"")
                    .with("reference", "\"r\"")
                    .with("method", "\"ESTIMATED\"")
        }) {
            Api.researcher()
                    .body(same.json())
                    .post("/v1/reach-observations")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/already-exists"))
                    .body("existing", equalTo(first));
        }
        // Nor does a correction make two of them.
        Api.researcher()
                .body("{\"reason\":\"misread\",\"reach\":{\"kind\":\"EXACT\",\"value\":10}}")
                .post(another + "/corrections")
                .then()
                .statusCode(409)
                .body("existing", equalTo(first));
        Api.researcher()
                .body("{\"reason\":\"a remark\",\"note\":\"n\"}")
                .post(first + "/corrections")
                .then()
                .statusCode(201);
        // Another place, group, source, intensity or organisation is another figure.
        recordExactly(Observation.of("same").in("GM0344").reach(10));
        recordExactly(Observation.of("same").in("GM0988").reach(10).with("targetGroup", "\"STUDENTS\""));
        recordExactly(Observation.of("same").in("GM0988").reach(10).with("source", "\"a test, page 2\""));
        recordExactly(Observation.of("same").in("GM0988").reach(10).with("intensity", "\"EVENT\""));
        recordExactly(Observation.of("same").in("GM0988").reach(10).with("organisationId", "\"GM0988\""));
        withdraw(first, "misread").statusCode(200);
        recordExactly(Observation.of("same").in("GM0988").reach(10));
    }

    private static String recordExactly(Observation observation) {
        return Api.create("/v1/reach-observations", observation.json());
    }

    @Test
    void rejectsFigureOfDaysToCome() {
        Api.researcher()
                .body(Observation.of("to come")
                        .period("2199-01-01", "2200-01-01")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period/from"))
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @Test
    void onlyResearchersWithdraw() {
        var path = Api.record(Observation.of("roles"));
        for (var role : new String[] {"REVIEWER", "ANALYST", "GRANTEE"}) {
            Api.as(TestIssuer.token(role))
                    .body("{\"reason\":\"why\"}")
                    .post(path + "/withdrawal")
                    .then()
                    .statusCode(403);
        }
        withdraw("/v1/reach-observations/" + UUID.randomUUID(), "why").statusCode(404);
    }

    @Test
    void returnsFiguresAsOfAnyMoment() {
        var first = Api.record(Observation.of("then").reach(100));
        var t1 = recordedAt(first);
        correct(first, correction("counted again").reach(90)).statusCode(201);
        var t2 = recordedAt(first);
        Api.record(Observation.of("then").reach(5));
        total("then", "", 95);
        total("then", t2, 90);
        total("then", t1, 100);
        Api.statistics("programme=then&asOf=" + BEFORE_ALL)
                .body("rows", empty())
                .body("totals", empty());
        var list = "/v1/reach-observations?programme=then&asOf=";
        Api.analyst()
                .get(list + t1)
                .then()
                .body("items.reach.value", contains(100))
                .body("total.value", equalTo(1));
        Api.analyst().get(list + t2).then().body("items.reach.value", contains(90));
        Api.analyst().get(list + BEFORE_ALL).then().body("items", empty());
        Api.analyst().get(first + "?asOf=" + BEFORE_ALL).then().statusCode(404);
    }

    @Test
    void tallyIsCorrectedLikeAnObservation() {
        var path = tally("tally", 1000);
        var first = recordedAt(path);
        correct(path, correction("misread").reach(100)).statusCode(201).body("version", equalTo(2));
        total("tally", "", 100);
        total("tally", first, 1000);
        Api.analyst().get(path + "?asOf=" + first).then().body("reach.value", equalTo(1000));
    }

    @ParameterizedTest(name = "asOf={0}")
    @ValueSource(
            strings = {
                "2011-01-01",
                "2011-01-01T00:00Z",
                "2011-13-01T00:00:00Z",
                "2011-01-01T00:00:00",
                "%2B12345-01-01T00:00:00Z",
                "now"
            })
    void rejectsInvalidMoment(String asOf) {
        for (var path : new String[] {"reach-statistics", "reach-observations", "reach-tallies"}) {
            Api.analyst()
                    .get("/v1/" + path + "?asOf=" + asOf)
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("WRONG_TYPE"))
                    .body("violations.name", contains("asOf"));
        }
    }

    @Test
    void acceptsFarawayMomentOfPast() {
        Api.statistics("programme=faraway&asOf=0000-01-01T00:00:00Z").body("rows", empty());
    }

    @Test
    void rejectsMomentOfFuture() {
        Api.analyst()
                .get("/v1/reach-statistics?programme=faraway&asOf=9999-12-31T23:59:59.123456789Z")
                .then()
                .statusCode(400)
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @Test
    void rejectsCorrectionWithoutReasonOrFigure() {
        var path = Api.record(Observation.of("reason"));
        correct(path, Observation.of("x").without("programme"))
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        correct(path, correction("why").with("reach", "null"))
                .statusCode(400)
                .body("violations.pointer", contains("/reach"));
        correct(path, correction("why").with("reference", "\"r\""))
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_FIELD"));
        correct("/v1/reach-observations/" + UUID.randomUUID(), correction("why"))
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "ANALYST", "GRANTEE", "STATISTICS_CLIENT"})
    void onlyResearchersCorrect(String role) {
        Api.as(TestIssuer.token(role))
                .body(correction("why").json())
                .post("/v1/reach-observations/" + UUID.randomUUID() + "/corrections")
                .then()
                .statusCode(403);
    }

    @Test
    void granteeSeesNoEarlierVersionOfFigureOfAnother() {
        var path = Api.record(Observation.of("moved").with("organisationId", "\"GM0988\""));
        var first = recordedAt(path);
        correct(path, correction("of another").with("organisationId", "\"GM0518\""))
                .statusCode(201);
        Api.grantee("GM0988").get(path + "?asOf=" + first).then().statusCode(404);
        Api.grantee("GM0988")
                .get("/v1/reach-observations?programme=moved&asOf=" + first)
                .then()
                .body("items", empty());
    }

    private static Observation correction(String reason) {
        return Observation.of("x").without("programme").with("reason", "\"" + reason + "\"");
    }

    /** An observation that says nothing of a tally counts as one of which that is not known. */
    @Test
    void refusesCorrectionToWhatHoldsAlready() {
        var path = Api.record(Observation.of("corrected to the same"));
        refusesAsNoChange(path, "{\"reason\":\"none\",\"includedIn\":\"UNKNOWN\",\"place\":null,\"overlaps\":[]}");
        correct(path, "{\"reason\":\"known\",\"includedIn\":\"NONE\"}").statusCode(201);
        correct(path, "{\"reason\":\"not known\",\"includedIn\":\"UNKNOWN\"}").statusCode(201);
        refusesAsNoChange(path, "{\"reason\":\"none\",\"includedIn\":null}");
    }

    private static void refusesAsNoChange(String path, String correction) {
        correct(path, correction)
                .statusCode(400)
                .body("violations.pointer", contains(""))
                .body("violations.code", contains("REQUIRED"));
    }

    private static String tally(String programme, long reach) {
        return Api.create(
                "/v1/reach-tallies", Observation.of(programme).reach(reach).json());
    }

    private static ValidatableResponse withdraw(String path, String reason) {
        return Api.researcher()
                .body("{\"reason\":\"" + reason + "\"}")
                .post(path + "/withdrawal")
                .then();
    }

    private static ValidatableResponse correct(String path, Observation figure) {
        return correct(path, figure.json());
    }

    private static ValidatableResponse correct(String path, String body) {
        return Api.researcher().body(body).post(path + "/corrections").then();
    }

    private static void total(String programme, String asOf, int best) {
        Api.statistics("programme=" + programme + (asOf.isEmpty() ? "" : "&asOf=" + asOf))
                .body("totals.reach.best", contains(best));
    }

    private static String recordedAt(String path) {
        return Api.analyst().get(path).then().statusCode(200).extract().path("recordedAt");
    }
}
