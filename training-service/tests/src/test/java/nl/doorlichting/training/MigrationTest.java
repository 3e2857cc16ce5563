package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** Rows from before a migration stay as they were. */
class MigrationTest {
    private static final String BEFORE = """
            insert into training_type (id, code, name, name_dutch, target_group, created_at, created_by, version)
            values (gen_random_uuid(), 'T', 'A', 'B', 'OTHER', now(), 'x', 0);
            insert into training_session (id, status, programme, training_type, title, session_date, place_scope,
                place_municipalities, capacity, source, created_at, created_by, version)
            values ('01a20adb-c069-7930-a943-5ae8be5bcea2', 'HELD', 'P', 'T', 'A', '2010-05-01', 'UNSPECIFIED', '{}', 5,
                    'test', now(), 'x', 1),
                ('01a20adb-c069-7930-a943-5ae8be5bcea3', 'PLANNED', 'P', 'T', 'A', '2010-05-02', 'UNSPECIFIED', '{}',
                    null, 'test', now(), 'x', 0);
            insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                quantity_value)
            values ('01a20adb-c069-7930-a943-5ae8be5bcea2', 1, now(), 'x', 'OTHER', 'EXACT', 12)
            """;

    private static final String CLEAR = """
            insert into advice_question (id, programme, asked_by, theme, question, received_on, due_on, answer,
                answered_on, answered_by, created_at, created_by, version)
            values (gen_random_uuid(), 'P', 'CITIZEN', 'OTHER', 'What?', '2010-01-01', '2010-01-15', 'So.',
                '2010-01-02', 'x', now(), 'x', 1);
            insert into network (id, programme, name, kind, members, source, created_at, created_by, version)
            values (gen_random_uuid(), 'P', 'N', 'PLATFORM', '{NCTV}', 's', now(), 'x', 0);
            insert into trainer (id, subject, label, created_at, created_by, version)
            values (gen_random_uuid(), 'subject %d', 'Academy', now(), 'x', 0)
            """;
    private static final String REGISTRATION = """
            insert into registration (id, session_id, number, status, subject, key_id, name, email, email_index,
                created_at, created_by, version)
            values (gen_random_uuid(), '01a20adb-c069-7930-a943-5ae8be5bcea3', %d, 'REGISTERED', %s, 'k', 'n', 'e', 'i',
                now(), 'x', 0)
            """;

    private static final String SUMS = """
            select concat_ws(' ', sum(answers), sum(rating_sum), sum(knowledge_gained_said)) from training_sum
            where grain = 'MONTH' and municipality = '*' and profession = '*'
            """;

    private final TestDatabase database = TestDatabase.create("training_migration");

    @Test
    void keepsRowsFromBeforeRegistrations() throws SQLException {
        database.migrate("2");
        execute(BEFORE);
        database.migrate("latest");
        assertEquals("90", text("select retention_days from training_type"));
        assertEquals(
                "0 0 0 {}",
                text(
                        "select distinct concat_ws(' ', registered, waiting, last_number, trainers) from training_session"));
        assertEquals("x", text("select string_agg(subject, ' ') from training_coordinator"));
        assertEquals("HEAD_COUNT 12", text("select concat_ws(' ', method, quantity_value) from head_count"));
        assertEquals(
                "1 1 12",
                text("select concat_ws(' ', sum(sessions_planned), sum(sessions_held),"
                        + " sum(quantity_value)) from training_figure"));
    }

    /** What sessions state of tallies is unknown, and what they stated before a change is kept from then on. */
    @Test
    void keepsSessionsFromBeforeInclusionUnknown() throws SQLException {
        database.migrate("40");
        execute(BEFORE);
        execute("""
                insert into training_tally (tally_id, version, recorded_at, recorded_by, programme, period_from, period_until,
                    sessions_planned, place_scope, place_municipalities, source)
                values (gen_random_uuid(), 1, now(), 'x', 'P', '2010-01-01', '2011-01-01', 40, 'NATIONAL', '{}', 'test')
                """);
        database.migrate("latest");
        assertEquals("2", text("select count(*) from training_session where included_in is null"));
        assertEquals(
                "40 0",
                text("select concat_ws(' ', sessions_planned, num_nonnulls(sessions_held, sessions_cancelled,"
                        + " sessions_to_come, sessions_never_held)) from training_tally"));
        assertEquals("0", text("select count(*) from former_training_session"));
        execute("update training_session set session_date = '2010-06-01', title = 'B' where status = 'PLANNED'");
        assertEquals(
                "2010-05-02 PLANNED A",
                text("select concat_ws(' ', session_date, status, stated ->> 'title') from former_training_session"));
        execute("update training_session set title = 'C'");
        assertEquals("3", text("select count(*) from former_training_session"));
        execute("update training_session set registered = 1, last_number = 1");
        assertEquals("3", text("select count(*) from former_training_session"));
    }

    /** As the last release writes it until it is stopped. */
    @Test
    void keepsClearTextOfLastReleaseUntilJobSealsIt() throws SQLException {
        database.migrate("33");
        execute(BEFORE);
        execute(CLEAR.formatted(1));
        database.migrate("latest");
        execute(CLEAR.formatted(2));
        assertEquals("What? What?", text("select string_agg(question, ' ') from advice_question"));
        assertEquals("So.", text("select distinct answer from advice_question"));
        assertEquals("{NCTV}", text("select distinct members from network"));
        assertEquals("Academy", text("select distinct label from trainer"));
        assertEquals(
                "0",
                text("select (select count(*) from advice_question where num_nonnulls(key_id, erased_at) > 0)"
                        + " + (select count(*) from network where key_id is not null)"
                        + " + (select count(*) from trainer where num_nonnulls(key_id, erased_at) > 0)"
                        + " + (select count(*) from training_session where erase_not_before is not null)"));
    }

    /** A coordinator registers an address once; accounts are identified by their subject. */
    @Test
    void acceptsTwoAccountsWithOneAddress() throws SQLException {
        database.migrate("33");
        execute(BEFORE);
        execute(REGISTRATION.formatted(1, "null"));
        database.migrate("latest");
        execute(REGISTRATION.formatted(2, "'a'"));
        execute(REGISTRATION.formatted(3, "'b'"));
        assertThrows(SQLException.class, () -> execute(REGISTRATION.formatted(4, "null")));
        assertThrows(SQLException.class, () -> execute(REGISTRATION.formatted(5, "'a'")));
        assertEquals("3", text("select count(*) from registration"));
    }

    /** Figures of five answers or more become the first step; hidden answers leave the sums. */
    @Test
    void showsFormerEvaluationsAsBefore() throws SQLException {
        database.migrate("33");
        execute(BEFORE);
        execute("""
                insert into session_evaluation (session_id, codes, answers, rating_sum, rating_squares,
                    knowledge_gained_said, knowledge_gained_yes)
                values ('01a20adb-c069-7930-a943-5ae8be5bcea2', 12, 6, 40, 300, 4, 3),
                    ('01a20adb-c069-7930-a943-5ae8be5bcea3', 12, 3, 30, 300, 0, 0);
                insert into evaluation (id, session_id, rating)
                select gen_random_uuid(), session_id, 7 from session_evaluation, generate_series(1, answers)
                """);
        assertEquals("9 70 4", text(SUMS));
        database.migrate("latest");
        assertEquals("6 40 0", text(SUMS));
        assertEquals(
                "24",
                text("select sum(codes) from training_sum where grain = 'MONTH' and municipality = '*'"
                        + " and profession = '*'"));
        assertEquals(
                "6 01a20adb-c069-7930-a943-5ae8be5bcea2",
                text("select concat_ws(' ', count(*), string_agg(distinct session_id::text, ' '))"
                        + " from evaluation where shown"));
        // If the last release still runs, it counts an answer and shows none.
        execute("update session_evaluation set answers = answers + 1, rating_sum = rating_sum + 8");
        assertEquals("6 40 0", text(SUMS));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
