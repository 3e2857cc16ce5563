package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** Stored rows stay, and later rules hold for later rows. */
class MigrationTest {
    private static final String FIGURE = "insert into reach_observation (observation_id, version, recorded_at,"
            + " recorded_by, reason, tally, programme, project_id, period_from, period_until, target_group,"
            + " quantity_kind, quantity_value, place_scope, place_municipalities, source) values ";
    private static final String PROJECT = "'00000000-0000-7000-8000-0000000000aa'";

    @Test
    void keepsOldFiguresAndGivesKeyToFirst() throws SQLException {
        var database = TestDatabase.create("reporting_migration");
        database.migrate("2");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(FIGURE + figure(1, 1, "MUNICIPAL", "{GM0988,GM0518}", PROJECT));
            statement.execute(FIGURE + figure(2, 1, "MUNICIPAL", "{GM0518,GM0988}", PROJECT));
            statement.execute(FIGURE + figure(3, 1, "NATIONAL", "{}", PROJECT));
            statement.execute(FIGURE + figure(3, 2, "UNSPECIFIED", "{}", PROJECT));
            statement.execute(FIGURE + figure(4, 1, "UNSPECIFIED", "{}", "null"));
        }
        database.migrate("latest");
        try (var connection = database.asOwner()) {
            assertEquals(
                    List.of("1 MUNICIPAL {GM0518,GM0988}", "3 UNSPECIFIED {}"),
                    rows(
                            connection,
                            "select right(observation_id::text, 1) || ' ' || place_scope || ' '"
                                    + " || place_municipalities::text from reach_observation_key order by 1"));
            assertEquals(List.of("5"), rows(connection, "select count(*)::text from reach_observation"));
            assertEquals(
                    List.of("0"),
                    rows(connection, "select count(*)::text from reach_observation where overlaps_with <> '{}'"));
        }
    }

    @Test
    void storedFiguresStateAndInheritNothing() throws SQLException {
        var database = TestDatabase.create("reporting_migration_dimensions");
        database.migrate("40");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(FIGURE + figure(1, 1, "UNSPECIFIED", "{}", PROJECT));
        }
        database.migrate("latest");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            // As the release before does, which has none of the new columns.
            statement.execute(FIGURE + figure(2, 1, "UNSPECIFIED", "{}", PROJECT));
            assertEquals(
                    List.of("1 {} {} {}", "2 {} {} {}"),
                    rows(
                            connection,
                            "select concat_ws(' ', right(observation_id::text, 1), intervention_types, phenomena,"
                                    + " inherited) from reach_observation order by 1"));
            for (var wrong : List.of("intervention_types", "phenomena", "inherited")) {
                var refused = assertThrows(
                        SQLException.class,
                        () -> statement.execute("update reach_observation set " + wrong + " = '{FLYERS}'"));
                assertEquals("23514", refused.getSQLState());
            }
            assertEquals(
                    List.of("0"), rows(connection, "select count(*)::text from pg_constraint where not convalidated"));
        }
    }

    @Test
    void storedFiguresAreInNoTail() throws SQLException {
        var database = TestDatabase.create("reporting_migration_sums");
        database.migrate("48");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(FIGURE + figure(1, 1, "UNSPECIFIED", "{}", PROJECT));
            statement.execute(FIGURE + figure(1, 2, "UNSPECIFIED", "{}", PROJECT));
        }
        database.migrate("latest");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            // As the release before does, which does not know of sums.
            statement.execute(FIGURE + figure(2, 1, "UNSPECIFIED", "{}", PROJECT));
            statement.execute(FIGURE + figure(2, 2, "UNSPECIFIED", "{}", PROJECT));
            assertEquals(
                    List.of("1 1 true", "1 2 true", "2 1 false", "2 2 false"),
                    rows(
                            connection,
                            "select concat_ws(' ', right(observation_id::text, 1), version, (x = '0')::text)"
                                    + " from reach_observation order by 1"));
            assertEquals(
                    List.of("-1 2 1", "1 2 2"),
                    rows(
                            connection,
                            "select concat_ws(' ', sign, right(observation_id::text, 1), version) from reach_change"
                                    + " order by 1"));
            assertEquals(List.of("t"), rows(connection, "select cluster is null from sums_snapshot"));
            assertEquals(List.of("2"), rows(connection, "select count(*) from reach_counted"));
        }
    }

    @Test
    void storedPublishedTablesAreFirstVersions() throws SQLException {
        var database = TestDatabase.create("reporting_migration_tables");
        database.migrate("71");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("insert into published_table (id, programme, code, title, content, source, created_at,"
                    + " created_by, version) values ('00000000-0000-7000-8000-000000000001', 'P', 'T', 'T', '{}', 'a test',"
                    + " '2026-11-01T00:00:00Z', 'analyst', 0)");
        }
        database.migrate("latest");
        try (var connection = database.asOwner()) {
            assertEquals(
                    List.of("1 f"),
                    rows(
                            connection,
                            "select concat_ws(' ', version, withdrawn, reason, published_at) from published_table"));
        }
    }

    @Test
    void itemsPublishedBeforeAndByReleaseBeforeAreIndexedAlike() throws SQLException {
        var database = TestDatabase.create("reporting_migration_catalogue");
        database.migrate("79");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into lesson (id, programme, kind, title, text, tags, helps, phase, language, source,"
                            + " intervention_types, phenomena, place_scope, place_municipalities, status, published_at,"
                            + " published_by, created_at, created_by, version) values"
                            + " ('00000000-0000-7000-8000-000000000001', 'P', 'DO', 'Één les', null, '{}', '{RESEARCH}', 'SET_UP',"
                            + " 'nl', 's', '{}', '{}', 'UNSPECIFIED', '{}', 'PUBLISHED', '2026-11-01T00:00:00Z', 'r',"
                            + " '2026-11-01T00:00:00Z', 'r', 0)");
            publishAsReleaseBefore(statement, 1);
        }
        database.migrate("latest");
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            publishAsReleaseBefore(statement, 2);
            assertEquals(
                    List.of(
                            "1 kind:LESSON,municipality:GM0363,tag:school,type:DO,year:2026,phase:SET_UP,role:RESEARCH",
                            "2 kind:LESSON,municipality:GM0363,tag:school,type:DO,year:2026"),
                    rows(
                            connection,
                            "select right(id::text, 1) || ' ' || array_to_string(array(select f from unnest(facets) f"
                                    + " order by f ~ '^(phase|role)', f), ',') from catalogue_document order by id"));
            assertEquals(
                    List.of("2"),
                    rows(
                            connection,
                            "select count(*) from catalogue_document where document @@"
                                    + " $$een & les & school & 'municipality:GM0363' & 'type:DO'$$::tsquery"));
            assertEquals(
                    List.of("een", "les", "school"), rows(connection, "select word from catalogue_word order by word"));
        }
    }

    private static void publishAsReleaseBefore(Statement statement, int id) throws SQLException {
        statement.execute("insert into catalogue_item (id, kind, programme, type, title, text, tags, language, source,"
                + " intervention_types, phenomena, place_scope, municipalities, verdicts, published_at) values"
                + " ('00000000-0000-7000-8000-00000000000" + id + "', 'LESSON', 'P', 'DO', 'Één les', null, '{school}',"
                + " 'nl', 's', '{}', '{}', 'MUNICIPAL', '{GM0363}', '{}', '2026-11-01T00:00:00Z')");
        statement.execute("insert into catalogue_document (id, number, published_at, facets, document)"
                + " select id, number, published_at, '{kind:LESSON,municipality:GM0363}',"
                + " to_catalogue_document(title, 'school', text) from catalogue_item where right(id::text, 1) = '" + id
                + "'");
    }

    private static String figure(int id, int version, String scope, String municipalities, String project) {
        return "('00000000-0000-7000-8000-00000000000" + id + "', " + version + ", '2011-01-0" + id
                + "T00:00:00Z', 'researcher', " + (version == 1 ? "null" : "'better'") + ", false, 'P', " + project
                + ", '2010-01-01', '2011-01-01', 'OTHER', 'EXACT', 1, '" + scope + "', '" + municipalities
                + "', 'a test')";
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
