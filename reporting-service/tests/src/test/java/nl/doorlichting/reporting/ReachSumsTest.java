package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The sums of reach are those of the observations that count, whatever is corrected and approved. */
@ReportingServiceTest
// It compares the sums of all programmes with their records again and again.
@Order(1)
class ReachSumsTest {
    private static final String AUTHOR = "reach-sums-test";

    @Inject
    SumsJobs jobs;

    @Inject
    SumsService service;

    @Inject
    Sums sums;

    @BeforeEach
    void built() {
        jobs.fold();
    }

    /** They have no version of their own, as every report that a service made has, and other tests list all reports. */
    @AfterEach
    void removeReports() throws SQLException {
        var reports = "(select id from inventory_report where created_by = '" + AUTHOR + "')";
        RowPolicies.asOwner(
                "update inventory_report set state = 'RETURNED', approved_at = null where id in " + reports);
        jobs.fold();
        RowPolicies.asOwner("delete from reach_change where observation_id in (select o.observation_id"
                + " from reach_observation o where o.report_id in " + reports + ");"
                + " delete from reach_observation where report_id in " + reports + ";"
                + " delete from inventory_report where id in " + reports);
    }

    @Test
    void figuresOfReportCountFromItsApprovalAndNoLongerWithoutIt() throws SQLException {
        var report = report("approval");
        insert("approval", report, 1, 7);
        total("approval", null);
        RowPolicies.asOwner(approve(report));
        total("approval", 7);
        jobs.fold();
        total("approval", 7);
        RowPolicies.asOwner(
                "update inventory_report set state = 'RETURNED', approved_at = null where id = '" + report + "'");
        total("approval", null);
        jobs.fold();
        total("approval", null);
        assertEquals(0, service.check(sums));
    }

    @Test
    void correctionAndApprovalAtOnceCountTheFigureOnce() throws Exception {
        var report = report("at-once");
        var figure = insert("at-once", report, 1, 7);
        try (var correction = owner();
                var approval = owner()) {
            correction.setAutoCommit(false);
            correction.createStatement().execute(figure(figure, "at-once", report, 2, 9));
            var approved = CompletableFuture.runAsync(() -> {
                try {
                    approval.createStatement().execute(approve(report));
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            while (RowPolicies.asOwner("select pid from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'update inventory_report%%'")
                    .isEmpty()) {
                assertFalse(approved.isDone(), "approval waits for the correction");
            }
            jobs.fold();
            correction.commit();
            approved.join();
        }
        total("at-once", 9);
        jobs.fold();
        total("at-once", 9);
        assertEquals(0, service.check(sums));
    }

    @Test
    void withdrawnFigureIsInNoSumWhateverBecomesOfItsReport() throws SQLException {
        var report = report("taken back");
        var early = insert("taken back", report, 1, 7);
        var late = insert("taken back", report, 1, 9);
        var direct = insert("taken back", null, 1, 2);
        withdraw(early, "taken back", report, 7);
        total("taken back", 2);
        RowPolicies.asOwner(approve(report));
        total("taken back", 11);
        jobs.fold();
        withdraw(late, "taken back", report, 9);
        total("taken back", 2);
        jobs.fold();
        total("taken back", 2);
        withdraw(direct, "taken back", null, 2);
        total("taken back", null);
        RowPolicies.asOwner(
                "update inventory_report set state = 'RETURNED', approved_at = null where id = '" + report + "'");
        jobs.fold();
        total("taken back", null);
        assertEquals(0, service.check(sums));
    }

    /** More than an index can have in a key. */
    @Test
    void figureOfManyMunicipalitiesIsSummed() throws SQLException {
        insert("many", null, 1, 3);
        RowPolicies.asOwner("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                + " programme, period_from, period_until, target_group, quantity_kind, quantity_value, place_scope,"
                + " place_municipalities, source) select gen_random_uuid(), 1, now(), 'x', false, 'many', '2010-01-01',"
                + " '2011-01-01', 'OTHER', 'EXACT', 4, 'REGIONAL', array_agg('GM' || n), 's'"
                + " from generate_series(1000, 1999) n");
        jobs.fold();
        total("many", 7);
        assertEquals(0, service.check(sums));
    }

    @Test
    void foldThatIsKilledChangesNothing() throws Exception {
        insert("killed", null, 1, 5);
        try (var blocker = database().asOwner();
                var application = database().asApplication()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table reach_by_extent in exclusive mode");
            var fold = CompletableFuture.runAsync(jobs::fold);
            while (!application
                    .createStatement()
                    .executeQuery("select pg_terminate_backend(pid) from pg_locks"
                            + " where not granted and relation = 'reach_by_extent'::regclass")
                    .next()) {
                assertFalse(fold.isDone());
            }
            assertThrows(CompletionException.class, fold::join);
            blocker.rollback();
        }
        assertEquals(0, service.check(sums));
        totalByMunicipality("killed", 5);
        jobs.fold();
        assertEquals(0, service.check(sums));
        totalByMunicipality("killed", 5);
    }

    /** More than are fetched from the database at once. */
    @Test
    void answersFromManyGroupsOfObservations() throws SQLException {
        RowPolicies.asOwner("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                + " programme, track, period_from, period_until, target_group, quantity_kind, quantity_value,"
                + " place_scope, place_municipalities, source) select gen_random_uuid(), 1, now(), 'x', false, 'groups',"
                + " 'LOCAL', '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 4, 'MUNICIPAL', array['GM' || n], 's'"
                + " from generate_series(1000, 2199) n");
        Api.statistics("programme=groups&by=municipality,track")
                .body("rows.size()", equalTo(1200))
                .body("rows.findAll { it.reach.best == 4 }.size()", equalTo(1200))
                .body("totals.reach.best", contains(4800));
    }

    @Test
    void answersComeFromObservationsUntilSumsAreBuilt() throws SQLException {
        insert("unbuilt", null, 1, 5);
        jobs.fold();
        RowPolicies.asOwner("update reach_observation set x = '9000000000' where programme = 'unbuilt';"
                + " update sums_snapshot set cluster = 1; update reach_by_group set best_halves = 0,"
                + " lowest = 0 where programme = 'unbuilt'");
        total("unbuilt", 5);
        jobs.fold();
        total("unbuilt", 5);
        assertEquals(
                List.of("0"),
                RowPolicies.asOwner(
                        "select count(*) from reach_observation where programme = 'unbuilt' and x = '9000000000'"));
        assertEquals(0, service.check(sums));
    }

    @Test
    void reportsDifferenceAndTail() throws SQLException {
        insert("planted", null, 1, 5);
        assertTrue(metric("sums.tail.entries") > 0);
        jobs.fold();
        assertEquals(0, metric("sums.tail.entries"));
        assertEquals(0, metric("sums.fold.age.seconds"));
        RowPolicies.asOwner("update reach_by_place set lowest = lowest + 1 where programme = 'planted'");
        check();
        assertEquals(1, metric("sums.differing.groups"));
        RowPolicies.asOwner("update reach_by_place set lowest = lowest - 1 where programme = 'planted'");
        check();
        assertEquals(0, metric("sums.differing.groups"));
    }

    /** As the job does, a moment at a time, from when a check is due. */
    private void check() throws SQLException {
        RowPolicies.asOwner("update sums_snapshot set checked_at = null");
        while (jobs.continueChecks()) {
            // There is more to compare.
        }
        assertFalse(jobs.continueChecks(), "the next check is due a day later");
    }

    private double metric(String name) {
        return jobs.read().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(BusinessMetric::value)
                .findFirst()
                .orElseThrow();
    }

    private static void total(String programme, Integer best) {
        Api.statistics("programme=" + programme + "&by=targetGroup")
                .body("totals.reach.best", best == null ? equalTo(List.of()) : contains(best));
    }

    private static void totalByMunicipality(String programme, int best) {
        Api.statistics("programme=" + programme + "&by=municipality")
                .body("totals.reach.best", contains(best))
                .body("rows.reach.best", contains(best));
    }

    private static UUID report(String programme) throws SQLException {
        var id = UUID.randomUUID();
        RowPolicies.asOwner(
                "insert into inventory_report (id, programme, title, state, content, recorded_at, created_at,"
                        + " created_by, version) values ('" + id + "', '" + programme
                        + "', 'r', 'SUBMITTED', '{}', now(), now(), '" + AUTHOR + "', 1)");
        return id;
    }

    private static String approve(UUID report) {
        return "update inventory_report set state = 'APPROVED', approved_at = now() where id = '" + report + "'";
    }

    private static UUID insert(String programme, UUID report, int version, int people) throws SQLException {
        var id = UUID.randomUUID();
        RowPolicies.asOwner(figure(id, programme, report, version, people));
        return id;
    }

    private static void withdraw(UUID id, String programme, UUID report, int people) throws SQLException {
        RowPolicies.asOwner(figure(id, programme, report, 2, people)
                .replace("insert into reach_observation (", "insert into reach_observation (withdrawn, ")
                .replace("values (", "values (true, "));
    }

    private static String figure(UUID id, String programme, UUID report, int version, int people) {
        return "insert into reach_observation (observation_id, version, recorded_at, recorded_by, reason, tally,"
                + " programme, report_id, period_from, period_until, target_group, quantity_kind, quantity_value,"
                + " place_scope, place_municipalities, source)"
                + " values"
                + " ('" + id + "', " + version + ", now(), 'x', 'r', false, '"
                + programme + "', " + (report == null ? "null" : "'" + report + "'")
                + ", '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', " + people + ", 'UNSPECIFIED', '{}', 's')";
    }

    private static Connection owner() throws SQLException {
        return database().asOwner();
    }

    private static TestDatabase database() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app");
    }
}
