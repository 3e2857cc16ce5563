package nl.doorlichting.reporting.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.audit.AuditEvent;
import nl.doorlichting.platform.audit.AuditTrail;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.reporting.reach.ReachIntake;
import org.hibernate.Session;
import org.postgresql.PGConnection;

/** The statements that move rows of an import by the thousand. */
@ApplicationScoped
class ImportQueries {
    /** More broken rules than this are counted, not listed. */
    static final int LISTED_ERRORS = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String COPY =
            "copy import_row (import_id, line, " + ReachIntake.STAGED_COLUMNS + ") from stdin";
    private static final String KEY_COLUMNS = "project_id, target_group, period_from, period_until, place_scope,"
            + " key_municipalities, place_sub_area, place_country, intensity";
    private static final String STATEMENT_COLUMNS = "%1$s.organisation_id, %1$s.round_id, %1$s.report_id, %1$s.track,"
            + " %1$s.action_line, %1$s.funding_instrument, %1$s.intervention_types, %1$s.phenomena, %1$s.quantity_kind,"
            + " %1$s.quantity_value, %1$s.quantity_plus_minus, %1$s.quantity_minimum, %1$s.quantity_maximum,"
            + " %1$s.quantity_text, %1$s.place_scope, %1$s.place_municipalities, %1$s.place_sub_area, %1$s.place_country,"
            + " %1$s.intensity, source_key(%1$s.source)";
    /** Rows without a project that state the same of the same source as an observation, or as an earlier row. */
    private static final String SAME_STATEMENTS = """
        select r.line, 'source' as field, r.source as value, cast(o.observation_id as text) as existing,
            cast(null as bigint) as first
        from stating r join stated o using (statement, programme, target_group, period_from, period_until)
        union all
        select line, 'source', source, null, first
        from (select line, source, min(line) over (
                partition by programme, target_group, period_from, period_until, statement) as first
            from stating) as same where line > first
        """;

    private static final String MINE = "with mine as materialized (select * from import_row where import_id = :id)";
    /** What these rows state without a project, and what is stated of the same people and days, each made once. */
    private static final String STATED = """
        , stating as materialized (
            select line, source, programme, target_group, period_from, period_until, %s as statement
            from mine where project_id is null)
        , stated as materialized (
            select o.observation_id, o.programme, o.target_group, o.period_from, o.period_until, %s as statement
            from (select distinct programme, target_group, period_from, period_until from stating) g
                join reach_observation o using (programme, target_group, period_from, period_until)
            where not o.tally and o.project_id is null and not o.withdrawn
                and not exists (select from reach_observation later where later.observation_id = o.observation_id
                    and later.version > o.version and later.version > 1))
        """.formatted(statement("mine"), statement("o"));

    /** A row that names the record by its reference and has its key too is told once: by the reference. */
    private static final String CLASHES = """
        %s
        select distinct on (line, existing, first) * from (
        select r.line, 'reference' as field, r.reference as value, cast(o.observation_id as text) as existing,
            cast(null as bigint) as first
        from mine r join reach_observation o
            on o.programme = r.programme and not o.tally and o.reference = r.reference and o.version = 1
        union all
        select line, 'reference', reference, null, first
        from (select line, reference, min(line) over (partition by programme, reference) as first
            from mine where reference is not null) as same where line > first
        union all
        select r.line, null, null, cast(k.observation_id as text), null
        from mine r join reach_observation_key k on k.project_id = r.project_id and k.target_group = r.target_group
            and k.period_from = r.period_from and k.period_until = r.period_until
            and k.place_scope = r.place_scope and k.place_municipalities = r.key_municipalities
            and k.place_sub_area is not distinct from r.place_sub_area
            and k.place_country is not distinct from r.place_country
            and k.intensity is not distinct from r.intensity
        union all
        select line, null, null, null, first
        from (select line, min(line) over (partition by %s) as first
            from mine where project_id is not null) as same where line > first
        union all
        %s) as clash
        order by line, existing, first, field
        """.formatted(MINE + STATED, KEY_COLUMNS, SAME_STATEMENTS);

    private static final String KEYS = """
        insert into reach_observation_key (observation_id, project_id, target_group, period_from, period_until,
            place_scope, place_municipalities, place_sub_area, place_country, intensity)
        select observation_id, %s from import_row where import_id = :id and project_id is not null
        on conflict do nothing
        """.formatted(KEY_COLUMNS);
    private static final String RECORD = "insert into reach_observation (" + ReachIntake.COLUMNS + ") select "
            + ReachIntake.COLUMNS.replace(" recorded_at,", " cast(:now as timestamptz),")
            + " from import_row where import_id = :id";

    private final EntityManager entities;
    private final AuditTrail trail;

    ImportQueries(EntityManager entities, AuditTrail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    // As one text, so that the database compares each row with those that have an equal one, and not with all of its
    // days.
    private static String statement(String row) {
        return "md5(cast(row(" + STATEMENT_COLUMNS.formatted(row) + ") as text))";
    }

    void copy(StringBuilder rows) {
        if (rows.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try {
                var copied = new StringReader(rows.toString());
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, copied);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    /** Stores errors up to the limit of the list; returns how many it stored. */
    int addErrors(UUID id, long known, List<RowValidator.RowError> errors) {
        var kept = errors.subList(0, (int) Math.min(errors.size(), Math.max(0, LISTED_ERRORS - known)));
        for (int i = 0; i < kept.size(); i++) {
            addError(id, known + i, kept.get(i));
        }
        return kept.size();
    }

    long stagedRows(UUID id) {
        return number("select count(*) from import_row where import_id = :id", id);
    }

    /** Rows whose natural id or key is taken by a record or by an earlier row: line, field, value, id, line. */
    List<Object[]> clashes(UUID id, int limit) {
        return RowQuery.of(entities, CLASHES)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Statements on a million rows take longer than a request may. */
    void allowLongStatements() {
        entities.createNativeQuery("set local statement_timeout = '30min'").executeUpdate();
        entities.createNativeQuery("set local work_mem = '64MB'").executeUpdate();
    }

    List<UUID> reports(UUID id) {
        return ScalarQuery.of(
                        entities,
                        "select distinct report_id from import_row where import_id = :id and report_id is not null",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The programmes of rows without a project. */
    List<String> programmesWithoutProject(UUID id) {
        return ScalarQuery.of(
                        entities,
                        "select distinct programme from import_row where import_id = :id and project_id is null"
                                + " order by programme",
                        String.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Whether a row without a project states the same as an observation or another row. */
    boolean statesTheSame(UUID id) {
        return number(MINE + STATED + " select count(*) from (" + SAME_STATEMENTS + ") as same", id) > 0;
    }

    /** False when a key of a row is taken. */
    boolean recordKeys(UUID id) {
        var wanted = number("select count(*) from import_row where import_id = :id and project_id is not null", id);
        return wanted == entities.createNativeQuery(KEYS).setParameter("id", id).executeUpdate();
    }

    /** Makes observations of the rows and writes the line of the audit trail, because the request has ended before. */
    void record(UUID id, Instant now) {
        entities.createNativeQuery(RECORD)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        trail.record(AuditEvent.ofJob("carry-out-imports", "createImport", ImportResource.PATH + "/" + id));
    }

    /** Removes files and staged rows of finished imports. */
    void clearFinished() {
        for (var table : List.of("import_row", "import_chunk")) {
            entities.createNativeQuery("delete from " + table + " as work using observation_import as done"
                            + " where work.import_id = done.id and done.finished_at is not null")
                    .executeUpdate();
        }
    }

    private void addError(UUID id, long position, RowValidator.RowError error) {
        entities.createNativeQuery("""
            insert into import_error (import_id, position, line, field, value, code, parameters, detail,
             detail_dutch)
            values (:id, :position, :line, :field, :value, :code, :parameters, :detail, :detail_dutch)
            """)
                .setParameter("id", id)
                .setParameter("position", position)
                .setParameter("line", error.line())
                .setParameter("field", error.column())
                .setParameter("value", error.value())
                .setParameter("code", error.code())
                .setParameter("parameters", json(error))
                .setParameter("detail", error.detail().in(Language.ENGLISH))
                .setParameter("detail_dutch", error.detail().in(Language.DUTCH))
                .executeUpdate();
    }

    private long number(String sql, UUID id) {
        return ((Number) entities.createNativeQuery(sql).setParameter("id", id).getSingleResult()).longValue();
    }

    private static String json(RowValidator.RowError error) {
        try {
            return MAPPER.writeValueAsString(error.parameters());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
