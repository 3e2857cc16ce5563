package nl.doorlichting.reporting.reachstatistics;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/**
 * Of a large programme places with other fields, and many fields without places, are read from what is packed, and from what is
 * recorded since.
 */
@ReportingServiceTest
class PackedReachServiceTest {
    private static final int FIGURES = 40;
    private static final int NONE = 0;
    private static final String BY_PLACE = "municipality,interventionType,intensity";
    private static final String BY_FIELDS = "track,interventionType,intensity";

    // Years of which no other test records anything.
    private static final int YEAR_OF_ALL = 1990;
    private static final String OF_ALL = "from=1990-01-01&until=1991-01-01";
    private static final int YEAR_BY_PROJECT = 1991;
    private static final String OF_ALL_BY_PROJECT = "from=1991-01-01&until=1992-01-01";

    @Inject
    PackedReachService packed;

    @Inject
    SumsJobs jobs;

    @Inject
    EntityManager entities;

    @Test
    void findsLargeProgrammes() throws SQLException {
        insert("pack-large", FIGURES);
        insert("pack-small", FIGURES - 1);
        jobs.fold();
        assertTrue(packed.large(FIGURES).contains("pack-large"));
        assertFalse(packed.large(FIGURES).contains("pack-small"));
    }

    @Test
    void readsWhatIsPackedAndWhatCameSince() throws SQLException {
        insert("pack-read", FIGURES);
        packed.pack("pack-read", NONE);
        best("pack-read", 3 * FIGURES);
        insert("pack-read", 1);
        best("pack-read", 3 * FIGURES + 3);
        packed.pack("pack-read", 1);
        assertEquals(List.of("1"), parts("pack-read"), "few stay as they are");
        packed.pack("pack-read", NONE);
        assertEquals(List.of("1", "1"), parts("pack-read"));
        best("pack-read", 3 * FIGURES + 3);
        // Observations are not read any more.
        RowPolicies.asOwner("delete from reach_packed where programme = 'pack-read' and number = 2");
        best("pack-read", 3 * FIGURES);
    }

    /** What is packed of a small one is for questions about all programmes. */
    @Test
    void findsPackedProgrammeAloneIfItIsLarge() throws SQLException {
        insert("pack-alone", FIGURES);
        packed.pack("pack-alone", NONE);
        assertEquals(List.of("pack-alone"), packedOf("pack-alone", FIGURES));
        assertEquals(List.of(), packedOf("pack-alone", FIGURES + 1));
        assertTrue(packedOf(null, FIGURES + 1).contains("pack-alone"));
    }

    private List<String> packedOf(String programme, long leastOfOne) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var message = new QueryBatch();
            PackedReach.addPackedOf(programme, leastOfOne, message);
            return List.of(PackedReach.programmes(message.send(entities).get(0)));
        });
    }

    @Test
    void readsManyFieldsWithoutPlacesFromWhatIsPacked() throws SQLException {
        insert("pack-fields", FIGURES);
        jobs.fold();
        bestByFields("pack-fields", 3 * FIGURES);
        packed.pack("pack-fields", NONE);
        // Their sums are not read any more.
        RowPolicies.asOwner("update reach_by_field set best_halves = best_halves + 2 where programme = 'pack-fields'");
        bestByFields("pack-fields", 3 * FIGURES);
        insert("pack-fields", 1);
        bestByFields("pack-fields", 3 * FIGURES + 3);
        RowPolicies.asOwner("update reach_by_field set best_halves = best_halves - 2 where programme = 'pack-fields'");
    }

    /** Those that are packed are not read, neither by their observations nor by sums; others are. */
    @Test
    void readsAllProgrammesFromWhatIsPackedOfSome() throws SQLException {
        insert("pack-all-1", FIGURES, YEAR_OF_ALL);
        insert("pack-all-2", FIGURES, YEAR_OF_ALL);
        insert("pack-all-3", FIGURES, YEAR_OF_ALL);
        insert("pack-all-not", 2, YEAR_OF_ALL);
        jobs.fold();
        bestOfAll(9 * FIGURES + 6);
        packed.pack("pack-all-1", NONE);
        packed.pack("pack-all-2", NONE);
        packed.pack("pack-all-3", NONE);
        insert("pack-all-1", 1, YEAR_OF_ALL);
        insert("pack-all-not", 1, YEAR_OF_ALL);
        bestOfAll(9 * FIGURES + 12);
        RowPolicies.asOwner(
                "update reach_by_field set best_halves = best_halves + 2 where starts_with(programme, 'pack-all')");
        RowPolicies.asOwner("delete from reach_packed where programme = 'pack-all-2'");
        bestByPlaceOfAll(6 * FIGURES + 12);
        // The one sum of the programme that is not packed.
        bestByFieldsOfAll(6 * FIGURES + 13);
        RowPolicies.asOwner(
                "update reach_by_field set best_halves = best_halves - 2 where starts_with(programme, 'pack-all')");
        // What is packed wrongly is read from records.
        RowPolicies.asOwner("update reach_packed_programme set differing = 1 where programme = 'pack-all-2'");
        bestOfAll(9 * FIGURES + 12);
        packed.pack("pack-all-2", NONE);
        bestOfAll(9 * FIGURES + 12);
    }

    @Test
    void readsAllProgrammesByProjectOrOrganisationFromRecords() throws SQLException {
        insert("pack-project", FIGURES, YEAR_BY_PROJECT);
        packed.pack("pack-project", NONE);
        RowPolicies.asOwner("delete from reach_packed where programme = 'pack-project'");
        best(OF_ALL_BY_PROJECT, "municipality,projectId", 3 * FIGURES);
        best(OF_ALL_BY_PROJECT, "municipality,organisationId", 3 * FIGURES);
        best(OF_ALL_BY_PROJECT, "municipality,intensity");
        RowPolicies.asOwner("delete from reach_packed_programme where programme = 'pack-project'");
    }

    @Test
    void packsWhatNoLongerCounts() throws SQLException {
        insert("pack-back", FIGURES);
        packed.pack("pack-back", NONE);
        RowPolicies.asOwner("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                + " programme, track, intervention_types, intensity, period_from, period_until, target_group,"
                + " quantity_kind, quantity_value, place_scope, place_municipalities, source, withdrawn, reason)"
                + " select observation_id, 2, now(), 'x', false, programme, track, intervention_types, intensity,"
                + " period_from, period_until, target_group, quantity_kind, quantity_value, place_scope,"
                + " place_municipalities, source, true, 'wrong' from reach_observation where programme = 'pack-back'"
                + " limit 1");
        best("pack-back", 3 * FIGURES - 3);
        packed.pack("pack-back", NONE);
        assertEquals(List.of("1", "-1"), parts("pack-back"));
        best("pack-back", 3 * FIGURES - 3);
    }

    /** To find them, a read would look at all of those. */
    @Test
    void packsFewAfterManyOfOthers() throws SQLException {
        insert("pack-quiet", FIGURES);
        packed.pack("pack-quiet", NONE);
        insert("pack-quiet", 1);
        packed.pack("pack-quiet", 2);
        assertEquals(List.of("1"), parts("pack-quiet"));
        insert("pack-busy", FIGURES);
        packed.pack("pack-quiet", 2);
        assertEquals(List.of("1", "1"), parts("pack-quiet"));
        best("pack-quiet", 3 * FIGURES + 3);
    }

    @Test
    void leavesProgrammeThatAnotherPacks() throws SQLException {
        insert("pack-twice", FIGURES);
        QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(ScalarQuery.of(
                            entities,
                            "select pg_try_advisory_xact_lock(hashtextextended('packed reach of pack-twice', 0))",
                            Boolean.class)
                    .getSingleResult());
            packed.pack("pack-twice", NONE);
        });
        assertEquals(List.of(), parts("pack-twice"));
        packed.pack("pack-twice", NONE);
        assertEquals(List.of("1"), parts("pack-twice"));
        best("pack-twice", 3 * FIGURES);
    }

    /** As after a dump was restored in another cluster. */
    @Test
    void packsAnewInAnotherDatabase() throws SQLException {
        insert("pack-restored", FIGURES);
        packed.pack("pack-restored", NONE);
        RowPolicies.asOwner("update reach_packed_programme set cluster = cluster + 1, until_x = '1'"
                + " where programme = 'pack-restored'");
        RowPolicies.asOwner("delete from reach_packed where programme = 'pack-restored'");
        best("pack-restored", 3 * FIGURES);
        packed.pack("pack-restored", NONE);
        assertEquals(List.of("1"), parts("pack-restored"));
        best("pack-restored", 3 * FIGURES);
    }

    @Test
    void reportsWhatDiffersFromRecords() throws SQLException {
        insert("pack-wrong", FIGURES);
        jobs.fold();
        packed.pack("pack-wrong", NONE);
        assertEquals(NONE, packed.check("pack-wrong"));
        assertFalse(packed.due(Duration.ofHours(1)).contains("pack-wrong"));
        RowPolicies.asOwner("update reach_packed_programme set checked_at = now() - interval '2 hours'"
                + " where programme = 'pack-wrong'");
        RowPolicies.asOwner("delete from reach_packed where programme = 'pack-wrong'");
        assertTrue(packed.due(Duration.ofHours(1)).contains("pack-wrong"));
        best("pack-wrong");
        assertEquals(5, packed.check("pack-wrong"));
        assertFalse(packed.due(Duration.ofHours(1)).contains("pack-wrong"));
        // Observations are read from then on, and all is packed again.
        best("pack-wrong", 3 * FIGURES);
        packed.pack("pack-wrong", NONE);
        assertEquals(List.of("1"), parts("pack-wrong"));
        assertEquals(NONE, packed.check("pack-wrong"));
    }

    private static List<String> parts(String programme) throws SQLException {
        return RowPolicies.asOwner(
                "select cast(sign as text) from reach_packed where programme = '" + programme + "' order by number");
    }

    private static void best(String programme, Integer... people) {
        best("programme=" + programme, BY_PLACE, people);
    }

    private static void bestByFields(String programme, int people) {
        best("programme=" + programme, BY_FIELDS, people);
    }

    private static void bestOfAll(int people) {
        bestByPlaceOfAll(people);
        bestByFieldsOfAll(people);
    }

    private static void bestByPlaceOfAll(int people) {
        best(OF_ALL, BY_PLACE, people);
    }

    private static void bestByFieldsOfAll(int people) {
        best(OF_ALL, BY_FIELDS, people);
    }

    private static void best(String of, String by, Integer... people) {
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reach-statistics?" + of + "&by=" + by)
                .then()
                .statusCode(200)
                .body("totals.reach.best", people.length == 0 ? empty() : contains(people));
    }

    private static void insert(String programme, int figures) throws SQLException {
        insert(programme, figures, 2010);
    }

    private static void insert(String programme, int figures, int year) throws SQLException {
        RowPolicies.asOwner("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                + " programme, track, intervention_types, intensity, period_from, period_until, target_group,"
                + " quantity_kind, quantity_value, place_scope, place_municipalities, source) select gen_random_uuid(), 1,"
                + " now(), 'x', false, '" + programme
                + "', 'LOCAL', '{AWARENESS}', 'COURSE', '" + year + "-01-01', '" + (year + 1) + "-01-01',"
                + " 'OTHER', 'EXACT', 3, 'MUNICIPAL', '{GM0344}', 's' from generate_series(1, " + figures + ") n");
    }
}
