package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.platform.testing.databases.MigrationUnderLoad;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations since the last release under load, with 100,000 rows in place. */
class UpgradeTest {
    private static final String ROWS = """
            alter table training_session disable trigger user;
            alter table session_evaluation disable trigger user;
            insert into training_type (id, code, name, name_dutch, target_group, created_at, created_by, version)
            values (gen_random_uuid(), 'T', 'T', 'T', 'OTHER', now(), 'x', 0);
            insert into training_session (id, status, programme, training_type, title, session_date, place_scope,
                place_municipalities, capacity, source, registered, waiting, last_number, trainers, created_at,
                created_by, version)
            select gen_random_uuid(), 'PLANNED', 'P', 'T', 'Session ' || n, date '2010-01-01' + n % 1000, 'MUNICIPAL',
                '{GM0988}', 10, 's', 10, 0, 10, '{}', now(), 'x', 0
            from generate_series(1, 10000) n;
            insert into registration (id, session_id, number, status, subject, created_at, created_by, version)
            select gen_random_uuid(), s.id, n, 'REGISTERED', 'subject ' || n, now(), 'x', 0
            from training_session s, generate_series(1, 10) n;
            insert into session_evaluation (session_id, codes, answers, rating_sum, rating_squares)
            select id, 10, 3 + session_date % 7, 50, 400 from (
                select id, session_date - date '2010-01-01' as session_date from training_session) s;
            alter table training_session enable trigger user;
            alter table session_evaluation enable trigger user;
            select rebuild_training_sums();
            """;

    @Test
    @Tag("acceptance")
    void requestsWaitUnderOneSecondDuringMigration() throws Exception {
        MigrationUnderLoad.assertNoRequestWaitsLong("training_upgrade", ROWS);
    }

    @Test
    void migrationsBuildIndexesWithoutBlockingWriters() throws Exception {
        var upgrade = new MigrationUnderLoad(TestDatabase.create("training_upgrade_indexes"));
        assertEquals(List.of(), upgrade.indexesThatHoldUpWriters());
    }
}
