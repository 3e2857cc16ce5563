package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.access.AllRolesCaller;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the database keeps apart by itself, whatever the service's own queries forget. */
@FundingServiceTest
class IsolationTest {
    @Inject
    DataSource database;

    private OrganisationWithAllRecords records;
    private String stranger;

    @BeforeEach
    void organisations() {
        records = new OrganisationWithAllRecords();
        stranger = Api.organisation(OrganisationKind.NON_PROFIT);
    }

    @TestFactory
    Stream<DynamicTest> foreignIdentifiersLeadNowhereWithTheServicesFiltersTakenAway() {
        AllRolesCaller.install(records.organisation);
        return new ForeignIdentifiers(records.holdings(), stranger).inEveryOperation();
    }

    @Test
    void showsForeignRowsWithoutPolicyAndFilters() throws SQLException {
        AllRolesCaller.install(records.organisation);
        RowPolicies.asOwner("alter table project disable row level security");
        try {
            grantee(stranger)
                    .get("/v1/projects/" + records.ids.get("projects"))
                    .then()
                    .statusCode(200);
        } finally {
            RowPolicies.asOwner("alter table project enable row level security");
        }
        grantee(stranger)
                .get("/v1/projects/" + records.ids.get("projects"))
                .then()
                .statusCode(404);
    }

    @Test
    void showsOnlyOwnRowsOnSharedConnection() {
        for (var turn = 0; turn < 20; turn++) {
            grantee(records.organisation).get("/v1/awards").then().body("items.id", hasItem(records.ids.get("awards")));
            grantee(stranger).get("/v1/awards").then().body("items", empty());
            Api.officer()
                    .get("/v1/awards?organisationId=" + records.organisation)
                    .then()
                    .body("items.id", hasItem(records.ids.get("awards")));
        }
    }

    @Test
    void rejectsWritesToRowsOfOtherOrganisation() throws SQLException {
        assertEquals(
                0,
                RowPolicies.written(
                        stranger,
                        "update award set title = '' where organisation_id = '" + records.organisation + "'"));
        assertEquals(0, RowPolicies.written(stranger, "update project set name = ''"));
        assertEquals(1, RowPolicies.written(records.organisation, "update project set name = 'ours'"));
        assertRefused("update project set organisation_id = '" + stranger + "'");
        assertRefused(
                "insert into application (id, organisation_id, status, total_cost, created_at, created_by, version)"
                        + " values (gen_random_uuid(), '" + stranger + "', 'DRAFT', 0, now(), 'x', 0)");
        assertRefused("insert into award_municipality values ('GM0988', gen_random_uuid(), '1', now(), '2010-01-01')");
    }

    /** Words and lists have no operators that PostgreSQL lets by a policy with something to check. */
    @Test
    void searchesWordsByIndexForStaff() throws SQLException {
        try (var staff = database.getConnection();
                var statement = staff.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            try (var lines = statement.executeQuery("explain select id from project"
                    + " where search @@ to_tsquery('simple', 'word') and municipalities @> '{GM0988}'")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            statement.execute("reset enable_seqscan");
            assertTrue(plan.toString().contains("ix_project_"), plan::toString);
            assertFalse(plan.toString().contains("doorlichting.organisation"), plan::toString);
        }
    }

    @Test
    void everyTableWithOrganisationHasPolicies() throws SQLException {
        assertEquals(List.of(), RowPolicies.unprotectedTables());
        assertEquals(List.of(), RowPolicies.viewsOfOwner());
        assertEquals(List.of(), RowPolicies.differingGrants());
    }

    private void assertRefused(String sql) {
        var refused = assertThrows(SQLException.class, () -> RowPolicies.written(records.organisation, sql));
        assertEquals("42501", refused.getSQLState());
    }
}
