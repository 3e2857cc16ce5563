package nl.doorlichting.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.DataSetService;
import nl.doorlichting.platform.testing.RowPolicies;
import nl.doorlichting.platform.testing.TestDatabase;
import nl.doorlichting.platform.testing.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class RevisionTest {
    private static final String REVISIONS = "/revisions";

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
        await().atMost(Duration.ofSeconds(30))
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
