package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AllRolesCaller;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The database hides foreign rows by itself, also when a query of the service lacks a filter. */
@QuarkusTest
class IsolationTest {
    private OrganisationWithAllRecords records;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void organisation() {
        records = new OrganisationWithAllRecords();
    }

    @TestFactory
    Stream<DynamicTest> databaseHidesForeignIdentifiersWithoutFiltersOfService() {
        AllRolesCaller.install(records.organisation);
        return new ForeignIdentifiers(records.holdings(), "STRANGER").inEveryOperation();
    }

    @Test
    void databaseHidesQuestionsOfOtherAskers() {
        var question = "/v1/advice-questions/" + records.ids.get("advice-questions");
        given().auth().oauth2(records.asker()).get(question).then().statusCode(200);
        AllRolesCaller.install(records.organisation);
        given().auth().oauth2(records.asker()).get(question).then().statusCode(200);
    }

    @Test
    void databaseHidesRecordsOfOtherOrganisations() throws SQLException {
        var of = " where organisation_id = '" + records.organisation + "'";
        for (var table : List.of("network_meeting", "learning_module")) {
            var touched = "update " + table + " set source = source" + of;
            assertEquals(1, RowPolicies.written(records.organisation, touched), table);
            assertEquals(0, RowPolicies.written("STRANGER", touched), table);
        }
        var taken = "update learning_module set organisation_id = 'STRANGER'" + of;
        var refused = assertThrows(SQLException.class, () -> RowPolicies.written(records.organisation, taken));
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
