package nl.doorlichting.reporting;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.DataSetService;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class RevisionTest {
    private static final String REVISIONS = "/revisions";
    private static final String COLUMNS = "observation_id, version, recorded_at, recorded_by, reason, withdrawn, tally,"
            + " programme, project_id, period_from, period_until, target_group, quantity_kind, quantity_value,"
            + " place_scope, place_municipalities, source";

    @Inject
    DataSetService dataSets;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void outsideTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void namesTheBuildThatEveryAnswerNames() {
        var build = given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .get(REVISIONS)
                .then()
                .statusCode(200)
                .body("build", notNullValue())
                .header("Cache-Control", "no-store")
                .extract()
                .<String>path("build");
        given().get("/v1/releases").then().header("Build", is(build));
        given().get("/nothing").then().header("Build", is(build));
    }

    @Test
    void refusesRequestWithoutAValidToken() {
        given().get(REVISIONS).then().statusCode(401).header("WWW-Authenticate", "Bearer");
        given().auth()
                .oauth2(TestIssuer.token().signedByAnotherKey().sign())
                .get(REVISIONS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error"));
    }

    @Test
    void namesTheRevisionThatStatisticsAnswerFrom() {
        var reach = Api.analyst().get("/v1/reach-statistics").then().extract().<String>path("revision");
        var effects =
                Api.analyst().get("/v1/effect-statistics").then().extract().<String>path("revision");
        RestAssured.replaceFiltersWith(List.of());
        var all = revisions();
        assertEquals(Map.of("reach", reach, "effects", effects, "results", all.get("results")), all);
    }

    @Test
    void changesWithTheWriteThatIsAcknowledged() {
        var before = revisions();
        Api.round("revised", "r");
        var after = revisions();
        assertNotEquals(before.get("effects"), after.get("effects"));
        assertEquals(before.get("reach"), after.get("reach"));
    }

    @Test
    void foldingChangesDoesNotChangeIt() throws SQLException {
        Api.round("folded", "r");
        var before = revisions();
        dataSets.fold();
        assertEquals(before, revisions());
        assertEquals(List.of(), RowPolicies.asOwner("select data_set from data_set_change"));
    }

    @Test
    void changesOnlyResultsWithALesson() {
        var before = revisions();
        var lesson =
                Api.create("/v1/lessons", "{\"programme\":\"R\",\"kind\":\"DO\",\"title\":\"t\",\"source\":\"s\"}");
        var created = revisions();
        assertNotEquals(before.get("results"), created.get("results"));
        assertEquals(before.get("reach"), created.get("reach"));
        assertEquals(before.get("effects"), created.get("effects"));
        Api.reviewer().post(lesson + "/publication").then().statusCode(200);
        assertNotEquals(created.get("results"), revisions().get("results"));
    }

    /** Every write of reach that a dossier shows: observations made, corrected, moved to and from a project, withdrawn. */
    @Test
    void reachOfAProjectChangesWithItsObservationsOnly() throws SQLException {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        assertEquals("0", ofProject(one));
        var observation = UUID.randomUUID();
        observation(observation, 1, one, false);
        assertEquals("1", ofProject(one));
        assertEquals("0", ofProject(other));
        observation(observation, 2, other, false);
        var moved = ofProject(one);
        assertEquals(List.of("2", "2"), List.of(moved, ofProject(other)));
        observation(UUID.randomUUID(), 1, null, false);
        observation(UUID.randomUUID(), 1, other, false);
        assertEquals(moved, ofProject(one));
        observation(observation, 3, other, true);
        assertEquals(List.of("3", "4"), List.of(ofProject(one), ofProject(other)));
    }

    /** Also of an importer and of a caller that may see none of them. */
    @Test
    void reachOfAProjectCountsWhatIsImportedAndWhatTheCallerDoesNotSee() throws SQLException {
        var project = UUID.randomUUID();
        RowPolicies.asOwner(
                "insert into reach_observation (" + COLUMNS + ") select gen_random_uuid(), 1, now(), 'x', 'r',"
                        + " false, false, 'R', '" + project + "', '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1,"
                        + " 'UNSPECIFIED', '{}', 's' from generate_series(1, 5)");
        var ofGrantee = given().auth().oauth2(TestIssuer.token(Role.GRANTEE)).get(REVISIONS + "/" + project);
        assertEquals("5", ofGrantee.path("parts.reach"));
        given().get(REVISIONS + "/" + project).then().statusCode(401);
    }

    /** A check is short: what is long has no revision of its own. */
    @Test
    void projectOfManyObservationsHasNoRevisionOfItsOwn() throws SQLException {
        var project = UUID.randomUUID();
        RowPolicies.asOwner(
                "insert into reach_observation (" + COLUMNS + ") select gen_random_uuid(), 1, now(), 'x', 'r',"
                        + " false, false, 'R', '" + project + "', '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1,"
                        + " 'UNSPECIFIED', '{}', 's' from generate_series(1, 5001)");
        assertNull(ofProject(project));
        RowPolicies.asOwner("delete from reach_observation where project_id = '" + project + "'");
    }

    private static String ofProject(UUID project) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(REVISIONS + "/" + project)
                .then()
                .statusCode(200)
                .extract()
                .path("parts.reach");
    }

    private static void observation(UUID id, int version, UUID project, boolean withdrawn) throws SQLException {
        RowPolicies.asOwner("insert into reach_observation (" + COLUMNS + ") values ('" + id + "', " + version
                + ", now(), 'x', 'r', " + withdrawn + ", false, 'R', "
                + (project == null ? "null" : "'" + project + "'")
                + ", '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1, 'UNSPECIFIED', '{}', 's')");
    }

    @Test
    void refusesToReadThemFromAStandby() throws SQLException {
        var database = new TestDatabase(url, "reporting_owner", "reporting_app");
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create schema standby");
            statement.execute("grant usage on schema standby to public");
            statement.execute("create function standby.pg_is_in_recovery() returns boolean language sql return true");
            statement.execute("alter database reporting set search_path = standby, public, pg_catalog");
            try {
                connectAnew(owner);
                awaitStatus(503);
            } finally {
                statement.execute("alter database reporting reset search_path");
                statement.execute("drop schema standby cascade");
            }
        }
        awaitStatus(200);
    }

    // The route gives up its connection when an answer takes too long.
    private static void connectAnew(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("lock table data_set in access exclusive mode");
            awaitStatus(503);
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private static void awaitStatus(int status) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> given().auth()
                                .oauth2(TestIssuer.token(Role.ANALYST))
                                .get(REVISIONS)
                                .statusCode()
                        == status);
    }

    @Test
    void answersManyRequestsAtOnce() {
        var before = revisions();
        var answers = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(RevisionTest::revisions))
                .toList();
        answers.forEach(answer -> assertEquals(before, answer.join()));
    }

    private static Map<String, String> revisions() {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(REVISIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("revisions");
    }
}
