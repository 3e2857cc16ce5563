package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.doorlichting.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored sums equal a recomputation, also after concurrent writes. */
class TrainingSumsTest {
    private static final int WRITES = 60;
    private static final int WRITERS = 6;
    private static final String KEPT = """
            select to_jsonb(s)::text from training_sum s
            where (records, planned, held, best_halves, exact, codes, answers) <> (0, 0, 0, 0, 0, 0, 0) order by 1
            """;
    private static final String RECOMPUTED = """
            select to_jsonb(x)::text from (
                select g.grain, f.programme, f.training_type, coalesce(f.target_group, '') as target_group,
                    g.at_municipality as municipality, g.period_from, g.period_until, f.profession,
                    sum(f.records) as records, sum(f.planned) as planned, sum(f.held) as held,
                    sum(f.best_halves) as best_halves, sum(f.lowest) as lowest, sum(f.highest) as highest,
                    sum(f.without_margin) as without_margin, sum(f.exact) as exact,
                    sum(f.approximate) as approximate, sum(f.range) as range, sum(f.at_least) as at_least,
                    sum(f.vague) as vague, sum(f.not_measured) as not_measured, sum(f.codes) as codes,
                    sum(f.answers) as answers, sum(f.rating_sum) as rating_sum,
                    sum(f.rating_squares) as rating_squares,
                    sum(f.knowledge_gained_said) as knowledge_gained_said,
                    sum(f.knowledge_gained_yes) as knowledge_gained_yes, sum(f.applicable_said) as applicable_said,
                    sum(f.applicable_yes) as applicable_yes, sum(f.shared_said) as shared_said,
                    sum(f.shared_yes) as shared_yes
                from training_session_fact f
                cross join lateral training_grains(f.municipality, f.session_date) g
                group by 1, 2, 3, 4, 5, 6, 7, 8) x
            order by 1
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
    // A step of five.
    private static final String EVALUATED = """
            insert into session_evaluation (session_id, codes, answers, shown_answers, shown_rating_sum,
                shown_rating_squares)
            values (?, 5, 5, 5, ?, ?)
            on conflict (session_id) do update set codes = session_evaluation.codes + 5,
                answers = session_evaluation.answers + 5, shown_answers = session_evaluation.shown_answers + 5,
                shown_rating_sum = session_evaluation.shown_rating_sum + excluded.shown_rating_sum
            """;
    private static final List<List<String>> PLACES =
            List.of(List.of(), List.of("GM0983"), List.of("GM0344"), List.of("GM0983", "GM0344"));

    private static TestDatabase database;

    @BeforeAll
    static void migrated() throws SQLException {
        database = TestDatabase.create("training_sums");
        database.migrate("latest");
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
            }
            assertSumsHold();
        }
    }

    @Test
    void storedSumsEqualRecomputationAfterConcurrentWrites() throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var writers = new ArrayList<Callable<Void>>();
            for (var seed = 0; seed < WRITERS; seed++) {
                var random = new Random(100 + seed);
                writers.add(() -> {
                    try (var connection = database.asApplication()) {
                        connection.setAutoCommit(false);
                        var sessions = new ArrayList<UUID>();
                        for (var i = 0; i < WRITES; i++) {
                            write(connection, random, sessions);
                        }
                        return null;
                    }
                });
            }
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertSumsHold();
    }

    /** The database of the last release already has sessions and counts. */
    @Test
    void migrationSumsExistingRows() throws SQLException {
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
            assertFalse(texts(connection, KEPT).isEmpty());
            assertEquals(texts(connection, RECOMPUTED), texts(connection, KEPT));
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
            case 3 -> RollCallFixture.execute(connection, EVALUATED, session, rating(random), 1L);
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
                connection, SESSION, id, "P" + random.nextInt(2), type(random), day(random), place(connection, random));
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
                            + " values (gen_random_uuid(), ?, 'n', 'n', 'OTHER', now(), 'x', 0)",
                    "TYPE_" + i);
        }
    }

    private static void assertSumsHold() throws SQLException {
        try (var connection = database.asApplication()) {
            assertEquals(texts(connection, RECOMPUTED), texts(connection, KEPT));
            assertEquals(texts(connection, RECOMPUTED_REACH), texts(connection, KEPT_REACH));
            assertEquals(
                    texts(connection, "select to_jsonb(f)::text from training_session_fact f order by 1"),
                    texts(connection, "select to_jsonb(s)::text from training_session_sum s order by 1"));
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
