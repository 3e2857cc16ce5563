package nl.doorlichting.training;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.AllRolesCaller;
import nl.doorlichting.platform.testing.ForeignIdentifiers;
import nl.doorlichting.platform.testing.RowPolicies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The database hides foreign rows by itself, also when a query of the service lacks a filter. */
@QuarkusTest
class IsolationTest {
    private OrganisationWithAllRecords estate;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void organisation() {
        estate = new OrganisationWithAllRecords();
    }

    @TestFactory
    Stream<DynamicTest> foreignIdentifiersLeadNowhereWithTheServicesFiltersTakenAway() {
        AllRolesCaller.install(estate.organisation);
        return new ForeignIdentifiers(estate.holdings(), "STRANGER").inEveryOperation();
    }

    @Test
    void databaseHidesQuestionsOfOtherAskers() {
        var question = "/v1/advice-questions/" + estate.ids.get("advice-questions");
        given().auth().oauth2(estate.asker()).get(question).then().statusCode(200);
        AllRolesCaller.install(estate.organisation);
        given().auth().oauth2(estate.asker()).get(question).then().statusCode(200);
    }

    @Test
    void hidesRecordsOfOtherOrganisations() throws SQLException {
        var of = " where organisation_id = '" + estate.organisation + "'";
        for (var table : List.of("network_meeting", "learning_module")) {
            var touched = "update " + table + " set source = source" + of;
            assertEquals(1, RowPolicies.written(estate.organisation, touched), table);
            assertEquals(0, RowPolicies.written("STRANGER", touched), table);
        }
        var taken = "update learning_module set organisation_id = 'STRANGER'" + of;
        var refused = assertThrows(SQLException.class, () -> RowPolicies.written(estate.organisation, taken));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void tablesOfOrganisationsHaveRowPolicies() throws SQLException {
        // Visible by rules about persons, independent of their organisation.
        assertEquals(List.of("trainer", "training_session"), RowPolicies.unprotectedTables());
        assertEquals(List.of(), RowPolicies.viewsOfOwner());
        assertEquals(List.of(), RowPolicies.differingGrants());
    }
}
