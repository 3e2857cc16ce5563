package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.platform.testing.databases.MigrationUnderLoad;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations since the last release under load, with 100,000 rows in place. */
class UpgradeTest {
    private static final String ROWS = """
        insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally, programme,
            period_from, period_until, target_group, quantity_kind, quantity_value, place_scope,
            place_municipalities, source)
        select gen_random_uuid(), 1, now(), 'x', false, 'P', date '2007-01-01' + 365 * (n % 5),
            date '2008-01-01' + 365 * (n % 5), 'OTHER', 'EXACT', n % 500, 'UNSPECIFIED', '{}', 's'
        from generate_series(1, 100000) n;
        """;

    @Test
    @Tag("acceptance")
    void noRequestWaitsOverOneSecond() throws Exception {
        MigrationUnderLoad.assertNoRequestWaitsLong("reporting_upgrade", ROWS);
    }

    @Test
    void buildsIndexesWithoutBlockingTraffic() throws Exception {
        var upgrade = new MigrationUnderLoad(TestDatabase.create("reporting_upgrade_indexes"));
        assertEquals(List.of(), upgrade.indexesThatHoldUpWriters());
    }
}
