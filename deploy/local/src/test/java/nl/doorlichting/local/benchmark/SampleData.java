package nl.doorlichting.local.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.production.ReleaseCluster;

/**
 * The records that a benchmark asks about: so many observations and the rest in proportion, written by SQL. Equal numbers
 * give equal records.
 *
 * @param projects the first projects, at most 5,000
 */
record SampleData(int observations, List<String> municipalities, List<Project> projects) {
    /** Of each project, 50 observations. */
    private static final int OBSERVATIONS = 50;

    private static final int MUNICIPALITIES = 300;
    private static final int NAMED_PROJECTS = 5_000;

    private static final String PROJECTS = """
            select id, programme, json_build_object('programme', programme, 'projectId', id,
                'organisationId', organisation_id, 'track', track, 'actionLine', action_line,
                'fundingInstrument', funding_instrument, 'interventionTypes', intervention_types, 'phenomena', phenomena,
                'place', json_build_object('scope', place_scope, 'municipalities', place_municipalities))
            from sample_project where p <= %d order by p
            """.formatted(NAMED_PROJECTS);
    // Rebuilding an index once costs less than keeping it during the load. Constraints keep theirs.
    private static final String INDEXES = """
            select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any(?)
            and not exists (select 1 from pg_constraint c where c.conname = indexname)
            """;
    private static final String REBUILDS = """
            select proname from pg_proc where pronamespace = 'public'::regnamespace and proname like 'rebuild%'
            and pronargs = 0
            """;

    // Tables whose rows have the transaction that wrote them (x) are added up in sums. These rows get none, and the
    // sums are made anew from all records.
    private static final String TRANSACTION_OF_ROWS = """
            do $$ declare entries record; begin
                for entries in select table_name from information_schema.columns where table_schema = 'public'
                    and column_name = 'x' and column_default is not null
                loop
                    execute format('alter table %%I alter column x set default %s', entries.table_name);
                end loop;
            end $$
            """;
    private static final String MAKE_SUMS_ANEW = """
            do $$ begin
                if to_regclass('sums_snapshot') is not null then
                    update sums_snapshot set cluster = null;
                end if;
            end $$
            """;
    private static final String AWAIT_SUMS = """
            do $$ declare waiting boolean := to_regclass('sums_snapshot') is not null; begin
                while waiting loop
                    perform pg_sleep(0.5);
                    select bool_or(cluster is null) into waiting from sums_snapshot;
                    commit;
                end loop;
            end $$
            """;

    private static final String AWAIT_PACKING = """
            do $$ declare waiting boolean := to_regclass('reach_packed_programme') is not null; begin
                while waiting loop
                    perform pg_sleep(0.5);
                    select exists (select from reach_by_track s group by s.programme having sum(s.records) >= 10000
                        and s.programme not in (select p.programme from reach_packed_programme p)) into waiting;
                    commit;
                end loop;
            end $$
            """;

    /** @param fields what figures of the project state, as JSON */
    record Project(String id, String programme, JsonNode fields) {}

    static SampleData load(ReleaseCluster cluster, int observations) throws SQLException, IOException {
        List<String> municipalities = municipalities(cluster);
        load(cluster, Application.FUNDING_SERVICE, observations, municipalities, "award", "project", "budget_entry");
        load(cluster, Application.TRAINING_SERVICE, observations, municipalities, "training_session");
        List<Project> projects =
                load(cluster, Application.REPORTING_SERVICE, observations, municipalities, "reach_observation");
        return new SampleData(observations, municipalities, projects);
    }

    private static List<Project> load(
            ReleaseCluster cluster,
            Application service,
            int observations,
            List<String> municipalities,
            String... largeTables)
            throws SQLException, IOException {
        long begin = System.nanoTime();
        try (Connection connection = cluster.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(script("projects", observations, municipalities));
            Map<String, String> indexes = indexes(connection, largeTables);
            for (String index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            statement.execute(TRANSACTION_OF_ROWS.formatted("''0''"));
            statement.execute(script(service.database(), observations, municipalities));
            statement.execute(TRANSACTION_OF_ROWS.formatted("pg_current_xact_id()"));
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            for (String rebuild : texts(statement, REBUILDS)) {
                statement.execute("select " + rebuild + "()");
            }
            statement.execute(MAKE_SUMS_ANEW);
            statement.execute("vacuum analyze");
            statement.execute(AWAIT_SUMS);
            statement.execute(AWAIT_PACKING);
            statement.execute("vacuum analyze");
            List<Project> projects = projects(statement);
            System.out.printf(
                    "%,d observations: the %s has its records after %.0f s%n",
                    observations, service.title(), (System.nanoTime() - begin) / 1e9);
            return projects;
        }
    }

    private static String script(String name, int observations, List<String> municipalities) throws IOException {
        int projects = Math.max(1, observations / OBSERVATIONS);
        try (InputStream file = SampleData.class.getResourceAsStream("/benchmark/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":observations", String.valueOf(observations))
                    .replace(":projects", String.valueOf(projects))
                    .replace(":organisations", String.valueOf(Math.max(1, projects / 10)))
                    .replace(
                            ":municipalities",
                            municipalities.stream()
                                    .map(code -> "'" + code + "'")
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static Map<String, String> indexes(Connection connection, String... tables) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (var query = connection.prepareStatement(INDEXES)) {
            query.setArray(1, connection.createArrayOf("text", tables));
            ResultSet found = query.executeQuery();
            while (found.next()) {
                indexes.put(found.getString(1), found.getString(2));
            }
        }
        return indexes;
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private static List<Project> projects(Statement statement) throws SQLException {
        List<Project> projects = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(PROJECTS)) {
            while (found.next()) {
                projects.add(new Project(found.getString(1), found.getString(2), Json.read(found.getString(3))));
            }
        }
        return projects;
    }

    /** Codes that exist during the whole programme. */
    private static List<String> municipalities(ReleaseCluster cluster) {
        TreeSet<String> codes = municipalities(cluster, "2007-01-01");
        codes.retainAll(municipalities(cluster, "2011-12-31"));
        return codes.stream().limit(MUNICIPALITIES).toList();
    }

    private static TreeSet<String> municipalities(ReleaseCluster cluster, String day) {
        TreeSet<String> codes = new TreeSet<>();
        String path = "/v1/municipalities?validOn=" + day;
        while (path != null) {
            JsonNode page = cluster.caller(Application.GATEWAY).get(path, "ANALYST");
            page.path("items").forEach(item -> codes.add(item.path("code").asText()));
            path = page.at("/links/next").textValue();
        }
        return codes;
    }
}
