package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AllRolesCaller;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Row-level security separates organisations, also when a query of the service has no filter. */
@ReportingServiceTest
class IsolationTest {
    private static final String STRANGER = "STRANGER";

    private OrganisationWithAllRecords owned;

    @BeforeEach
    void organisation() {
        owned = new OrganisationWithAllRecords();
    }

    @TestFactory
    Stream<DynamicTest> rowPoliciesHideForeignRecordsWithoutServiceFilters() {
        AllRolesCaller.install(owned.organisation);
        return new ForeignIdentifiers(owned.holdings(), STRANGER).inEveryOperation();
    }

    @Test
    void rowsLeakWithoutPolicy() throws SQLException {
        AllRolesCaller.install(owned.organisation);
        var lesson = "/v1/lessons/" + owned.ids.get("lessons");
        RowPolicies.asOwner("alter table lesson disable row level security");
        try {
            Api.grantee(STRANGER).get(lesson).then().statusCode(200);
        } finally {
            RowPolicies.asOwner("alter table lesson enable row level security");
        }
        Api.grantee(STRANGER).get(lesson).then().statusCode(404);
        Api.grantee(owned.organisation).get(lesson).then().statusCode(200);
    }

    @Test
    void correctedOwnerAloneSeesFigure() {
        var observation = "/v1/reach-observations/" + owned.ids.get("reach-observations");
        Api.grantee(owned.organisation).get(observation).then().statusCode(200);
        Api.researcher()
                .body(Observation.of(owned.organisation)
                        .without("programme")
                        .with("organisationId", "\"HEIR\"")
                        .with("reason", "\"not theirs\"")
                        .json())
                .post(observation + "/corrections")
                .then()
                .statusCode(201);
        Api.grantee(owned.organisation).get(observation).then().statusCode(404);
        Api.grantee(owned.organisation).get("/v1/reach-observations").then().body("items", empty());
        Api.grantee("HEIR").get(observation).then().statusCode(200);
        Api.grantee("HEIR")
                .get("/v1/reach-observations?programme=" + owned.organisation)
                .then()
                .body("items.id", contains(owned.ids.get("reach-observations")));
    }

    @Test
    void rejectsWritesOfAnotherOrganisation() throws SQLException {
        assertEquals(0, RowPolicies.written(STRANGER, "update lesson set title = ''"));
        assertEquals(1, RowPolicies.written(owned.organisation, "update lesson set title = 'ours'"));
        assertEquals(0, RowPolicies.written(STRANGER, "update inventory_report set title = ''"));
        for (var sql : List.of(
                "update lesson set organisation_id = 'STRANGER'",
                "insert into inventory_report_remark values (gen_random_uuid(), 1, 1, 'REACH', 'r')")) {
            var refused = assertThrows(SQLException.class, () -> RowPolicies.written(owned.organisation, sql));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void everyTableOfOrganisationsHasPolicies() throws SQLException {
        // PostgreSQL's COPY does not write under a policy, and only the import itself reads there.
        assertEquals(List.of("import_row"), RowPolicies.unprotectedTables());
        assertEquals(List.of(), RowPolicies.viewsOfOwner());
        assertEquals(List.of(), RowPolicies.differingGrants());
    }
}
