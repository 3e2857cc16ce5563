package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.platform.testing.databases.MigrationUnderLoad;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations since the last release under load, with 100,000 rows in place. */
class UpgradeTest {
    private static final String ROWS = """
            insert into programme values (gen_random_uuid(), 'P', 'n', null, '2007-01-01', '2012-01-01', now(), 'x', 0);
            insert into project (id, programme, code, name, place_scope, place_municipalities, notes, source,
                created_at, created_by, version)
            select gen_random_uuid(), 'P', 'project ' || n, 'Project ' || n, 'MUNICIPAL', '{GM0988}', '{}', 's', now(),
                'x', 0
            from generate_series(1, 100000) n;
            """;

    @Test
    @Tag("acceptance")
    void answersWithinSecondDuringMigration() throws Exception {
        MigrationUnderLoad.assertNoRequestWaitsLong("funding_upgrade", ROWS);
    }

    @Test
    void buildsIndexesConcurrently() throws Exception {
        var upgrade = new MigrationUnderLoad(TestDatabase.create("funding_upgrade_indexes"));
        assertEquals(List.of(), upgrade.indexesThatHoldUpWriters());
    }
}
