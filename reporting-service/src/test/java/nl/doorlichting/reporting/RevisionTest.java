package nl.doorlichting.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.DataSetService;
import nl.doorlichting.platform.testing.RowPolicies;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class RevisionTest {
    private static final String REVISIONS = "/revisions";

    @Inject
    DataSetService dataSets;

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
        assertEquals(Map.of("reach", reach, "effects", effects), revisions());
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
