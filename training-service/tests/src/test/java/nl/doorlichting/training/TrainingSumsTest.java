package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums and what is not added to them yet equal a recomputation, whatever happens at the same time. */
@QuarkusTest
// It compares the sums of all programmes with their records again and again.
@Order(1)
class TrainingSumsTest {
    private static final int WRITES = 60;
    private static final int WRITERS = 4;
    private static final int FOLDERS = 2;
    private static final String KILL_BLOCKED = """
            select pg_terminate_backend(pid)::text from pg_locks
            where not granted and relation = 'training_by_place_and_month'::regclass
            """;
    private static final String FIGURES = Stream.concat(
                    QuantitySql.COMPONENTS.stream(),
                    Stream.of(
                            "codes",
                            "answers",
                            "rating_sum",
                            "rating_squares",
                            "knowledge_gained_said",
                            "knowledge_gained_yes",
                            "applicable_said",
                            "applicable_yes",
                            "shared_said",
                            "shared_yes"))
            .map(figure -> "sum(" + figure + ")")
            .collect(Collectors.joining(", "));
    private static final String KEPT = """
            select cast((programme, training_type, coalesce(target_group, ''), %s, sum(records - cancelled), sum(held), %s)
                as text)
            from %s where programme like 'SUMS-%%' group by %s having sum(records - cancelled) > 0 order by 1
            """;
    // The view with which the last release computed its sums.
    private static final String RECOMPUTED = """
            select cast((programme, training_type, coalesce(target_group, ''), %s, sum(records), sum(held), %s) as text)
            from (
                select f.*, f.range as ranges, cast(date_trunc('year', f.session_date) as date) as year,
                    cast(date_trunc('month', f.session_date) as date) as month, s.place_municipalities
                from training_session_fact f join training_session s on s.id = f.session_id
                where f.profession = '*' and f.programme like 'SUMS-%%') f
            group by %s order by 1
            """;
    private static final Map<String, String> TABLES = Map.of(
            "training_by_day", "session_date",
            "training_by_month", "month",
            "training_by_year", "year",
            "training_by_place_and_month", "place_municipalities, month",
            "training_by_place_and_year", "place_municipalities, year");
    // Entries of before and the views that are read by the last release.
    private static final String ENTERED = """
            select cast(f as text) from training_fact f
            except all
            select cast((session_id, programme, session_date, month, year, training_type, target_group, track, action_line,
                funding_instrument, included_in, place_municipalities, records, held, cancelled, best_halves, lowest,
                highest, without_margin, exact, approximate, ranges, at_least, vague, not_measured, codes, answers,
                rating_sum, rating_squares, knowledge_gained_said, knowledge_gained_yes, applicable_said, applicable_yes,
                shared_said, shared_yes) as text)
            from training_entry where sign = 1
            """;
    private static final String KEPT_REACH =
            "select to_jsonb(s)::text from training_reach_sum s where records > 0 order by 1";
    private static final String RECOMPUTED_REACH = """
            select to_jsonb(x)::text from (
                select f.programme, f.target_group, f.session_date, sum(f.records) as records,
                    sum(f.best_halves) as best_halves, sum(f.lowest) as lowest, sum(f.highest) as highest,
                    sum(f.without_margin) as without_margin, sum(f.exact) as exact,
                    sum(f.approximate) as approximate, sum(f.range) as range, sum(f.at_least) as at_least,
                    sum(f.vague) as vague, sum(f.not_measured) as not_measured
                from training_session_fact f
                where f.profession = '*' and f.target_group is not null
                group by 1, 2, 3) x
            order by 1
            """;
    private static final String SESSION = """
            insert into training_session (id, status, programme, training_type, title, session_date, place_scope,
                place_municipalities, source, created_at, created_by, version)
            values (?, 'PLANNED', ?, ?, 't', ?, 'REGIONAL', ?, 's', now(), 'x', 0)
            """;
    private static final String HEAD_COUNT = """
            insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                quantity_value, quantity_plus_minus, quantity_minimum, quantity_maximum, quantity_text)
            values (?, 1, now(), 'x', 'OTHER', ?, ?, ?, ?, ?, ?)
            """;
    // A step of five that rate alike.
    private static final String EVALUATED = """
            insert into session_evaluation (session_id, codes, answers, shown_answers, shown_rating_sum,
                shown_rating_squares)
            values (?, 5, 5, 5, ?, ?)
            on conflict (session_id) do update set codes = session_evaluation.codes + 5,
                answers = session_evaluation.answers + 5, shown_answers = session_evaluation.shown_answers + 5,
                shown_rating_sum = session_evaluation.shown_rating_sum + excluded.shown_rating_sum,
                shown_rating_squares = session_evaluation.shown_rating_squares + excluded.shown_rating_squares
            """;
    private static final List<List<String>> PLACES =
            List.of(List.of(), List.of("GM0983"), List.of("GM0344"), List.of("GM0983", "GM0344"));

    @Inject
    SumsJobs jobs;

    @Inject
    SumsService service;

    @Inject
    Sums sums;

    private final TestDatabase database = new TestDatabase(
            ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
            "training_owner",
            "training_app");

    @BeforeEach
    void types() throws SQLException {
        try (var connection = database.asOwner()) {
            types(connection);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void storedSumsEqualRecomputation(long seed) throws SQLException {
        var random = new Random(seed);
        try (var connection = database.asApplication()) {
            connection.setAutoCommit(false);
            var sessions = new ArrayList<UUID>();
            for (var i = 0; i < WRITES; i++) {
                write(connection, random, sessions);
                if (i % 7 == 0) {
                    jobs.fold();
                }
                if (i % 20 == 0) {
                    assertEquals(0, service.check(sums));
                }
            }
        }
        assertSumsHold();
    }

    @Test
    void sumsHoldWhileOthersWriteAndFold() throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS + FOLDERS);
        var writing = new CountDownLatch(WRITERS);
        try {
            var clients = new ArrayList<Callable<Void>>();
            for (var seed = 0; seed < WRITERS; seed++) {
                var random = new Random(100 + seed);
                clients.add(() -> {
                    try (var connection = database.asApplication()) {
                        connection.setAutoCommit(false);
                        var sessions = new ArrayList<UUID>();
                        for (var i = 0; i < WRITES; i++) {
                            write(connection, random, sessions);
                        }
                        return null;
                    } finally {
                        writing.countDown();
                    }
                });
            }
            for (var folder = 0; folder < FOLDERS; folder++) {
                clients.add(() -> {
                    while (writing.getCount() > 0) {
                        jobs.fold();
                        assertEquals(0, service.check(sums));
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(clients)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertSumsHold();
    }

    @Test
    void foldLeavesEntriesOfOpenTransactionForLater() throws SQLException {
        jobs.fold();
        try (var open = database.asApplication()) {
            open.setAutoCommit(false);
            hold(open, new Random(1), plan(open, new Random(1)));
            RollCallFixture.execute(open, "set constraints all immediate");
            // A later transaction ends before it.
            try (var other = database.asApplication()) {
                texts(other, "select pg_current_xact_id()::text");
            }
            jobs.fold();
            assertEquals(0, service.check(sums));
            open.commit();
        }
        assertEquals(0, service.check(sums));
        assertSumsHold();
    }

    @Test
    void foldThatIsKilledChangesNothing() throws Exception {
        jobs.fold();
        try (var connection = database.asApplication();
                var blocker = database.asOwner()) {
            connection.setAutoCommit(false);
            hold(connection, new Random(2), plan(connection, new Random(2)));
            connection.commit();
            blocker.setAutoCommit(false);
            RollCallFixture.execute(blocker, "lock table training_by_place_and_month in exclusive mode");
            var folder = Executors.newSingleThreadExecutor();
            try {
                var fold = folder.submit(jobs::fold);
                connection.setAutoCommit(true);
                while (texts(connection, KILL_BLOCKED).isEmpty()) {
                    assertFalse(fold.isDone());
                }
                assertThrows(ExecutionException.class, fold::get);
            } finally {
                folder.shutdownNow();
                blocker.rollback();
            }
        }
        assertEquals(0, service.check(sums));
        assertSumsHold();
    }

    @Test
    void rebuildCountsWhatWasLoadedWithoutTriggers() throws SQLException {
        jobs.fold();
        try (var owner = database.asOwner()) {
            owner.setAutoCommit(false);
            RollCallFixture.execute(owner, "alter table training_session disable trigger user");
            plan(owner, new Random(3));
            RollCallFixture.execute(owner, "alter table training_session enable trigger user");
            owner.commit();
            // The others are compared with one of these.
            assertEquals(
                    Stream.of(SessionSums.Grain.values())
                            .filter(grain -> grain.keeps("training_type"))
                            .count(),
                    service.check(sums));
            texts(owner, "select rebuild_training_sums()");
            owner.commit();
        }
        assertFalse(service.isBuilt(sums));
        assertSumsHold();
        assertTrue(service.isBuilt(sums));
    }

    @Test
    void makesSumsAnewInAnotherCluster() throws SQLException {
        jobs.fold();
        try (var owner = database.asOwner()) {
            RollCallFixture.execute(owner, "update training_entry set x = '9000000000'");
            RollCallFixture.execute(owner, "update sums_snapshot set cluster = 1, until_x = '9223372036854775807'");
            assertFalse(service.isBuilt(sums));
            assertSumsHold();
            assertEquals(
                    List.of("0"), texts(owner, "select count(*)::text from training_entry where x = '9000000000'"));
        }
    }

    @Test
    void readsTailByItsIndex() throws SQLException {
        jobs.fold();
        try (var owner = database.asOwner()) {
            owner.setAutoCommit(false);
            plan(owner, new Random(4));
            RollCallFixture.execute(owner, "set constraints all immediate");
            RollCallFixture.execute(
                    owner,
                    "insert into training_entry select e.* from (select * from training_entry limit 1) e,"
                            + " generate_series(1, 20000)");
            RollCallFixture.execute(owner, "analyze training_entry");
            var plan = String.join(
                    "\n",
                    texts(owner, "explain select * from " + SessionSums.rows(SessionSums.Grain.YEAR, true) + " s"));
            assertTrue(plan.contains("ix_training_entry_x"), plan);
            assertFalse(plan.contains("Seq Scan on training_entry"), plan);
            owner.rollback();
        }
    }

    /** The database of the last release already has sessions and counts. */
    @Test
    void migrationEntersExistingRows() throws SQLException {
        var old = TestDatabase.create("training_before");
        old.migrate("3");
        try (var connection = old.asOwner()) {
            types(connection);
            connection.setAutoCommit(false);
            var random = new Random(7);
            for (var i = 0; i < 30; i++) {
                var session = plan(connection, random);
                if (random.nextBoolean()) {
                    hold(connection, random, session);
                }
                connection.commit();
            }
        }
        old.migrate("latest");
        try (var connection = old.asApplication()) {
            assertEquals(List.of("30"), texts(connection, "select count(*)::text from training_entry"));
            assertEquals(List.of(), texts(connection, ENTERED));
            assertFalse(texts(connection, KEPT_REACH).isEmpty());
            assertEquals(texts(connection, RECOMPUTED_REACH), texts(connection, KEPT_REACH));
        }
    }

    private static void write(Connection connection, Random random, List<UUID> sessions) throws SQLException {
        if (sessions.isEmpty() || random.nextInt(3) == 0) {
            sessions.add(plan(connection, random));
        } else {
            change(connection, random, sessions.get(random.nextInt(sessions.size())));
        }
        RollCallFixture.execute(connection, "update data_set set revision = revision + 1");
        // A rollback leaves no sums behind.
        if (random.nextInt(8) == 0) {
            connection.rollback();
            sessions.clear();
        } else {
            connection.commit();
        }
    }

    private static void change(Connection connection, Random random, UUID session) throws SQLException {
        switch (random.nextInt(5)) {
            case 0 ->
                RollCallFixture.execute(
                        connection, "update training_session set session_date = ? where id = ?", day(random), session);
            case 1 ->
                RollCallFixture.execute(
                        connection,
                        "update training_session set place_municipalities = ?, training_type = ? where id = ?",
                        place(connection, random),
                        type(random),
                        session);
            case 2 ->
                RollCallFixture.execute(
                        connection,
                        "update training_session set status = 'CANCELLED', cancellation_reason = 'x'"
                                + " where id = ? and status = 'PLANNED'",
                        session);
            case 3 -> {
                var rating = rating(random);
                RollCallFixture.execute(connection, EVALUATED, session, 5 * rating, 5 * rating * rating);
            }
            default -> countOrCallAgain(connection, random, session);
        }
    }

    private static void countOrCallAgain(Connection connection, Random random, UUID session) throws SQLException {
        var versions =
                texts(connection, "select max(version)::text from head_count where session_id = '" + session + "'");
        if (versions.get(0) == null) {
            hold(connection, random, session);
            return;
        }
        RollCallFixture.call(
                connection,
                session,
                Integer.parseInt(versions.get(0)) + 1,
                9,
                random.nextBoolean() ? Map.of("POLICE", 4) : Map.of("POLICE", 5, "EDUCATION", 4));
    }

    private static void hold(Connection connection, Random random, UUID session) throws SQLException {
        RollCallFixture.execute(
                connection,
                "update training_session set status = 'HELD', cancellation_reason = null where id = ?",
                session);
        switch (random.nextInt(5)) {
            case 0 -> count(connection, session, "EXACT", 7L, null, null, null, null);
            case 1 -> count(connection, session, "APPROXIMATE", 20L, 5L, null, null, null);
            case 2 -> count(connection, session, "RANGE", null, null, 3L, 8L, null);
            case 3 -> count(connection, session, "VAGUE", null, null, null, null, "veel");
            default -> RollCallFixture.call(connection, session, 1, 12, Map.of("POLICE", 7));
        }
    }

    private static void count(
            Connection connection,
            UUID session,
            String kind,
            Long value,
            Long plusMinus,
            Long minimum,
            Long maximum,
            String text)
            throws SQLException {
        RollCallFixture.execute(connection, HEAD_COUNT, session, kind, value, plusMinus, minimum, maximum, text);
    }

    private static UUID plan(Connection connection, Random random) throws SQLException {
        var id = UUID.randomUUID();
        RollCallFixture.execute(
                connection,
                SESSION,
                id,
                "SUMS-" + random.nextInt(2),
                type(random),
                day(random),
                place(connection, random));
        return id;
    }

    private static java.sql.Array place(Connection connection, Random random) throws SQLException {
        return connection.createArrayOf(
                "text", PLACES.get(random.nextInt(PLACES.size())).toArray());
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2010, 11, 1).plusDays(random.nextInt(120));
    }

    private static String type(Random random) {
        return "TYPE_" + random.nextInt(2);
    }

    private static long rating(Random random) {
        return 1 + random.nextInt(10);
    }

    private static void types(Connection connection) throws SQLException {
        for (var i = 0; i < 2; i++) {
            RollCallFixture.execute(
                    connection,
                    "insert into training_type (id, code, name, name_dutch, target_group, created_at, created_by, version)"
                            + " values (gen_random_uuid(), ?, 'n', 'n', 'OTHER', now(), 'x', 0) on conflict do nothing",
                    "TYPE_" + i);
        }
    }

    private void assertSumsHold() throws SQLException {
        jobs.fold();
        assertEquals(0, service.check(sums));
        try (var connection = database.asApplication()) {
            for (var table : TABLES.entrySet()) {
                var keys = table.getValue();
                var groups = "programme, training_type, target_group, " + keys;
                assertEquals(
                        texts(connection, RECOMPUTED.formatted(keys, FIGURES, groups)),
                        texts(connection, KEPT.formatted(keys, FIGURES, table.getKey(), groups)),
                        table.getKey());
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
