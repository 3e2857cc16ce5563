package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class ReachObservationTest {
    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Test
    void returnsStoredObservation() {
        var path = Api.record(Observation.of("back")
                .in("GM0988")
                .with("includedIn", "\"UNKNOWN\"")
                .with("track", "\"LOCAL\"")
                .with("organisationId", "\"GM0988\""));
        Api.researcher()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("period.code", equalTo("2011"))
                .body("place.municipalities[0]", equalTo("GM0988"))
                .body("includedIn", equalTo("UNKNOWN"))
                .body("projectId", nullValue())
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"EXACT\",\"value\":5240}",
                "{\"kind\":\"APPROXIMATE\",\"value\":150}",
                "{\"kind\":\"APPROXIMATE\",\"value\":150,\"plusMinus\":10}",
                "{\"kind\":\"RANGE\",\"minimum\":80,\"maximum\":120}",
                "{\"kind\":\"AT_LEAST\",\"value\":1000}",
                "{\"kind\":\"VAGUE\",\"text\":\"'d\u00fcizenden', {\\\\N, \\\"x\\\"}\"}",
                "{\"kind\":\"NOT_MEASURED\",\"reason\":\"\\\\N\"}"
            })
    void storesFigureOfProjectAsItsAnswerSays(String reach) {
        var project = UUID.randomUUID();
        var plain = Observation.of("as answered")
                .with("reach", reach)
                .with("projectId", "\"" + project + "\"")
                .with("source", "\"'quoted', {\\\\N}, \\t tab \u20ac \ud83d\ude00 \\\"line\\\"\"");
        assertStoredAsAnswered(plain);
        assertStoredAsAnswered(plain.in("GM0988", "GM0363")
                .with("includedIn", "\"NONE\"")
                .with("track", "\"LOCAL\"")
                .with("actionLine", "\"PREVENTION\"")
                .with("fundingInstrument", "\"SUBSIDY\"")
                .with("interventionTypes", "[\"NETWORK_BUILDING\",\"AWARENESS\"]")
                .with("phenomena", "[\"POLARISATION\"]")
                .with("intensity", "\"COURSE\"")
                .with("method", "\"COUNTED\"")
                .with("note", "\"a\\\\b,c;d\\nnext\"")
                .with("reference", "\"r-" + project + "\"")
                .with("organisationId", "\"GM0988\""));
    }

    private static void assertStoredAsAnswered(Observation observation) {
        var answer = Api.researcher().body(observation.json()).post("/v1/reach-observations");
        answer.then().statusCode(201);
        assertEquals(
                answer.jsonPath().getMap(""),
                Api.researcher().get(answer.header("Location")).jsonPath().getMap(""));
    }

    /** Each message costs both processes more than a row. */
    @Test
    void creationIsSentInMessages() {
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        Api.record(Observation.of("messages")
                .with("includedIn", "\"NONE\"")
                .with("projectId", "\"" + UUID.randomUUID() + "\""));
        assertEquals(before, statistics.getPrepareStatementCount(), "statements by themselves");
    }

    @Test
    void returnsInterventionTypesAndPhenomena() {
        var stated = Observation.of("stated kinds")
                .with("interventionTypes", "[\"AWARENESS\",\"NETWORK_BUILDING\",\"AWARENESS\"]")
                .with("phenomena", "[\"POLARISATION\"]");
        var path = Api.record(stated);
        Api.researcher()
                .get(path)
                .then()
                .body("interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body("phenomena", contains("POLARISATION"));
        Api.researcher()
                .get(Api.record(Observation.of("stated kinds")))
                .then()
                .body("interventionTypes", empty())
                .body("phenomena", empty());
        Api.researcher()
                .body(stated.json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201)
                .body("interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body("phenomena", contains("POLARISATION"));
    }

    @Test
    void reportsAllUnknownCodesTogether() {
        Api.researcher()
                .body(Observation.of("stated kinds")
                        .with("interventionTypes", "[\"AWARENESS\",\"FLYERS\"]")
                        .with("phenomena", "[null,\"HOOLIGANISM\"]")
                        .json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/interventionTypes/1", "/phenomena/0", "/phenomena/1"));
    }

    @Test
    void absentPlaceIsUnspecified() {
        var path = Api.record(Observation.of("nowhere"));
        Api.researcher().get(path).then().body("place.scope", equalTo("UNSPECIFIED"));
    }

    @ParameterizedTest(name = "{0} = {1} is {3} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reach | {\"kind\":\"EXACT\",\"value\":1.5} | /reach/value | NOT_AN_INTEGER",
                "reach | {\"kind\":\"EXACT\",\"value\":\"100\"} | /reach/value | WRONG_TYPE",
                "reach | {\"kind\":\"EXACT\",\"value\":-1} | /reach/value | OUT_OF_RANGE",
                "reach | null | /reach | REQUIRED",
                "pupils | 100 | /pupils | UNKNOWN_FIELD",
                "targetGroup | \"PUPILS\" | /targetGroup | UNKNOWN_VALUE",
                "includedIn | \"yes\" | /includedIn | WRONG_FORMAT",
                "source | \"\" | /source | REQUIRED",
                "place | {\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM9999\"]} | /place/municipalities/0 |"
                        + " MUNICIPALITY_NOT_VALID",
            })
    void rejectsInvalidField(String field, String json, String pointer, String code) {
        Api.researcher()
                .body(Observation.of("wrong").with(field, json).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].pointer", equalTo(pointer));
        Api.researcher().get("/v1/reach-observations?programme=wrong").then().body("items", empty());
    }

    @Test
    void rejectsTwoJsonDocuments() {
        Api.researcher()
                .body(Observation.of("two").json() + Observation.of("two").json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("TRAILING_CONTENT"))
                .body("violations[0].pointer", equalTo(""));
    }

    @Test
    void rejectsEndedMunicipalityWithItsSuccessor() {
        Api.researcher()
                .body(Observation.of("ended").in("GM0988", "GM0052").json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("MUNICIPALITY_NOT_VALID"))
                .body("violations[0].pointer", equalTo("/place/municipalities/1"))
                .body("violations[0].parameters.code", equalTo("GM0052"))
                .body("violations[0].parameters.successors[0]", equalTo("GM1895"));
    }

    @Test
    void acceptsMunicipalityThatExistsForOneDayOfPeriod() {
        Api.record(Observation.of("one day").period("2009-12-31", "2012-01-01").in("GM0052"));
    }

    @Test
    void rejectsSecondFigureWithSameReference() {
        var observation = Observation.of("once").with("reference", "\"r1\"");
        var path = Api.record(observation);
        Api.researcher()
                .body(observation.json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(path));
        // A tally has its own references.
        Api.researcher()
                .body(observation.json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201);
    }

    /** Two would count the same people twice, so the refusal says what else can be recorded. */
    @Test
    void rejectsSecondFigureOfProjectFromAnotherOrganisationAndSaysWhatToDo() {
        var figure = Observation.of("two organisations")
                .with("projectId", "\"" + UUID.randomUUID() + "\"")
                .with("organisationId", "\"GM0988\"");
        var path = Api.record(figure);
        var second = figure.with("organisationId", "\"GM0518\"");
        Api.researcher()
                .body(second.json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path))
                .body("detail", containsString("whatever organisation states it"))
                .body("detail", containsString("its own days, place or intensity"));
        Api.record(second.with("intensity", "\"COURSE\""));
    }

    @Test
    void rejectsUnknownTallyOrRound() {
        var missing = "\"00000000-0000-7000-8000-000000000000\"";
        Api.researcher()
                .body(Observation.of("dangling").with("includedIn", missing).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        Api.researcher()
                .body(Observation.of("dangling").with("roundId", missing).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    @Test
    void reportsAllUnknownReferencesTogether() {
        var missing = "\"00000000-0000-7000-8000-000000000000\"";
        var observation = Observation.of("dangling")
                .with("reportId", missing)
                .with("roundId", missing)
                .with("includedIn", missing)
                .with("overlaps", "[" + missing + "]");
        Api.researcher()
                .body(observation.json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/includedIn", "/overlaps/0", "/reportId", "/roundId"))
                .body("violations.code", everyItem(equalTo("REFERENCE_UNKNOWN")));
        Api.researcher()
                .body(observation.in("GM0052").json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains("/includedIn", "/overlaps/0", "/place/municipalities/0", "/reportId", "/roundId"));
    }

    @Test
    void namesEachUnknownOverlap() {
        var known = Api.record(Observation.of("O-" + UUID.randomUUID())).replaceAll(".*/", "");
        var missing = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        var stated = Stream.of(known, missing.get(0), known, missing.get(0), missing.get(1))
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        Api.researcher()
                .body(Observation.of("dangling").with("overlaps", stated).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/overlaps/1", "/overlaps/4"))
                .body("violations.parameters.value", equalTo(missing))
                .body("violations[0].detail", containsString(missing.get(0)));
    }

    @Test
    void rejectsTallyWithProject() {
        Api.researcher()
                .body(Observation.of("t")
                        .with("projectId", "\"00000000-0000-7000-8000-000000000000\"")
                        .json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/projectId"));
        var path = Api.researcher()
                .body(Observation.of("t").json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/reach-tallies/"))
                .extract()
                .header("Location");
        Api.analyst().get(path).then().statusCode(200);
        Api.analyst().get("/v1/reach-tallies?programme=t").then().body("items", hasSize(1));
        Api.analyst().get(path.replace("tallies", "observations")).then().statusCode(404);
    }

    @Test
    void granteeSeesOwnFiguresOnly() {
        var own = Api.record(Observation.of("isolation").with("organisationId", "\"GM0988\""));
        var other = Api.record(Observation.of("isolation").with("organisationId", "\"GM0518\""));
        var withoutOrganisation = Api.record(Observation.of("isolation"));
        Api.grantee("GM0988").get(own).then().statusCode(200);
        Api.grantee("GM0988").get(other).then().statusCode(404);
        Api.grantee("GM0988").get(withoutOrganisation).then().statusCode(404);
        Api.grantee("GM0988")
                .get("/v1/reach-observations?programme=isolation")
                .then()
                .body("items", hasSize(1))
                .body("total.value", equalTo(1));
        Api.grantee("GM0988")
                .get("/v1/reach-observations?programme=isolation&organisationId=GM0518")
                .then()
                .body("items", empty());
        Api.as(TestIssuer.token(Role.GRANTEE))
                .get("/v1/reach-observations?programme=isolation")
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRANTEE", "ANALYST", "STATISTICS_CLIENT", "REVIEWER"})
    void onlyResearchersRecord(String role) {
        Api.as(TestIssuer.token(role))
                .body(Observation.of("role").json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRAINING_COORDINATOR", "GRANTEE", "STATISTICS_CLIENT", "GRANT_OFFICER"})
    void rejectsRolesWithoutRightToStatistics(String role) {
        Api.as(TestIssuer.token(role)).get("/v1/reach-statistics").then().statusCode(403);
    }

    @Test
    void rejectsCallerWithoutToken() {
        Api.anonymous().get("/v1/reach-statistics").then().statusCode(401);
        Api.anonymous().get("/v1/reach-observations").then().statusCode(401);
        Api.anonymous().body("{}").post("/v1/reach-observations").then().statusCode(401);
    }

    @Test
    void pagesStayStableWhileRowsAreAdded() {
        for (int i = 0; i < 5; i++) {
            Api.record(Observation.of("paging").reach(i));
        }
        var seen = new ArrayList<Integer>();
        var page = page("/v1/reach-observations?programme=paging&pageSize=2&sort=-recordedAt");
        assertEquals(5, page.getInt("total.value"));
        var second = page.getString("links.next");
        seen.addAll(page.getList("items.reach.value"));
        Api.record(Observation.of("paging").reach(99));
        page = page(second);
        seen.addAll(page.getList("items.reach.value"));
        var back = page(page.getString("links.prev")).getList("items.reach.value");
        assertEquals(seen.subList(0, 2), back);
        page = page(page.getString("links.next"));
        seen.addAll(page.getList("items.reach.value"));
        assertEquals(java.util.List.of(4, 3, 2, 1, 0), seen);
        assertEquals(new HashSet<>(seen).size(), seen.size());
        assertEquals(null, page.getString("links.next"));
    }

    /** Those that share a field with their neighbours, as all of an import do. */
    @ParameterizedTest
    @ValueSource(strings = {"periodFrom", "periodFrom,recordedAt", "periodFrom,-recordedAt"})
    void pagesOfEqualRowsHaveEachOnceInBothDirections(String sort) {
        var programme = "ties " + sort;
        for (int i = 0; i < 9; i++) {
            Api.record(Observation.of(programme)
                    .period(i % 4 == 0 ? "2010-01-01" : "2010-02-01", "2011-01-01")
                    .reach(i));
        }
        var turned = Arrays.stream(sort.split(","))
                .map(field -> field.startsWith("-") ? field.substring(1) : "-" + field)
                .collect(Collectors.joining(","));
        var list = "/v1/reach-observations?programme=" + programme.replace(" ", "%20") + "&pageSize=2&sort=";
        var walked = walk(list + sort);
        assertEquals(9, Set.copyOf(walked).size());
        assertEquals(reversed(walked), walk(list + turned));
        var last = "";
        for (var link = list + sort; link != null; link = page(link).getString("links.next")) {
            last = link;
        }
        assertEquals(reversed(walked), reversedPages(last));
    }

    private static List<Integer> walk(String first) {
        var seen = new ArrayList<Integer>();
        for (var next = first; next != null; ) {
            var page = page(next);
            seen.addAll(page.getList("items.reach.value"));
            next = page.getString("links.next");
        }
        return seen;
    }

    /** Those of a page and of all before it, the last one first. */
    private static List<Integer> reversedPages(String last) {
        var seen = new ArrayList<Integer>();
        for (var previous = last; previous != null; ) {
            var page = page(previous);
            seen.addAll(reversed(page.getList("items.reach.value")));
            previous = page.getString("links.prev");
        }
        return seen;
    }

    private static List<Integer> reversed(List<Integer> rows) {
        var turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=abc", "sort=colour", "pageSize=0", "pagesize=1", "programme="})
    void rejectsInvalidListParameter(String query) {
        Api.analyst().get("/v1/reach-observations?" + query).then().statusCode(400);
    }

    @Test
    void rejectsCursorOfAnotherOrder() {
        Api.record(Observation.of("order"));
        Api.record(Observation.of("order"));
        var next = page("/v1/reach-observations?programme=order&pageSize=1").getString("links.next");
        Api.analyst()
                .get(next + "&sort=-recordedAt")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void showsLatestVersionAndKeepsEarlierOnes() throws SQLException {
        var path = Api.record(Observation.of("versions").reach(100));
        var id = path.substring(path.lastIndexOf('/') + 1);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into reach_observation (observation_id, version, recorded_at, recorded_by,"
                    + " reason, tally, programme, period_from, period_until, target_group, quantity_kind,"
                    + " quantity_value, place_scope, place_municipalities, source) values ('" + id
                    + "', 2, now(), 'test', 'counted again', false, 'versions', '2011-01-01', '2012-01-01',"
                    + " 'YOUTH_AND_PUPILS', 'EXACT', 70, 'UNSPECIFIED', '{}', 'a test')");
            var denied = assertThrows(
                    SQLException.class, () -> statement.execute("update reach_observation set quantity_value = 1"));
            assertEquals("42501", denied.getSQLState());
            assertThrows(SQLException.class, () -> statement.execute("delete from reach_observation"));
            assertThrows(SQLException.class, () -> statement.execute("update data_set set epoch = gen_random_uuid()"));
            var halfAQuantity = assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into reach_observation (observation_id, version, recorded_at,"
                            + " recorded_by, tally, programme, period_from, period_until, target_group, quantity_kind,"
                            + " place_scope, place_municipalities, source) values (gen_random_uuid(), 1, now(), 'test',"
                            + " false, 'versions', '2011-01-01', '2012-01-01', 'OTHER', 'EXACT', 'UNSPECIFIED', '{}',"
                            + " 'a test')"));
            assertEquals("23514", halfAQuantity.getSQLState());
        }
        Api.analyst().get(path).then().body("version", equalTo(2)).body("reach.value", equalTo(70));
        Api.statistics("programme=versions").body("totals[0].reach.best", equalTo(70));
        Api.analyst().get("/v1/reach-observations?programme=versions").then().body("items", hasSize(1));
    }

    @Test
    void rejectsSecondRoundWithSameCode() {
        var round = "{\"programme\":\"rounds\",\"code\":\"R1\",\"name\":\"First\",\"source\":\"a test\","
                + "\"period\":{\"from\":\"2007-01-01\",\"until\":\"2010-01-01\"}}";
        var path = Api.researcher()
                .body(round)
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.researcher()
                .body(round)
                .post("/v1/inventory-rounds")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
        Api.analyst().get(path).then().body("period.code", equalTo("2007-2009"));
        Api.analyst().get("/v1/inventory-rounds?programme=rounds").then().body("items", hasSize(1));
        Api.analyst()
                .get("/v1/inventory-rounds/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("detail", containsString("nothing here"));
    }

    @Test
    void servedOperationsAreDocumented() {
        assertEquals(OpenApiContract.ofApplication().operations(), ServedOperations.ofApplication());
        assertTrue(ServedOperations.ofApplication().size() > 5);
    }

    private static JsonPath page(String path) {
        return Api.analyst()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
