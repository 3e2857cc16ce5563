package nl.doorlichting.reporting.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.reporting.releases.tables.FinishedTable;
import org.hibernate.jpa.HibernateHints;

/** The tables, cells and changes of releases, which are many rows. */
@ApplicationScoped
class ReleaseQueries {
    private static final String CELLS = """
        insert into release_cell (release_id, position, table_name, key, line)
        select :id, :first + given.place - 1, :name, given.key, given.line
        from unnest(cast(:keys as text[]), cast(:lines as text[])) with ordinality as given (key, line, place)
        """;
    private static final String DIFFERENCES = """
        select row_number() over (order by coalesce(current.position, earlier.position), current.position is null) - 1 as place,
            coalesce(current.table_name, earlier.table_name) as table_name, coalesce(current.key, earlier.key) as key,
            case when current.key is null then 'DELETE' else 'UPSERT' end as action,
            coalesce(current.line, earlier.line) as line
        from (select * from release_cell where release_id = :id) current
        full join (select * from release_cell where release_id = :previous) earlier
            on current.table_name = earlier.table_name and md5(current.key) = md5(earlier.key) and current.key = earlier.key
        where current.line is distinct from earlier.line
        """;
    private static final String CHANGES =
            "insert into release_change (release_id, position, table_name, key, action, line)"
                    + " select :id, place, table_name, key, action, line from (" + DIFFERENCES + ") as differing";
    // The last change of each cell since a release, where the cell is not as it was again.
    private static final String CHANGED_SINCE = """
        from (select distinct on (c.table_name, c.key) c.*
            from release_change c join release r on r.id = c.release_id
            where r.programme = :programme
                and (r.id = :id or r.state = 'PUBLISHED' and (r.year, r.number) > (:since_year, :since_number)
                    and (r.year, r.number) < (:year, :number))
            order by c.table_name, c.key, r.year desc nulls first, r.number desc) changed
        left join release_cell was on was.release_id = :since and was.table_name = changed.table_name
            and md5(was.key) = md5(changed.key) and was.key = changed.key
        where case changed.action when 'DELETE' then was.key is not null else was.line is distinct from changed.line end
        """;
    private static final int CELLS_AT_ONCE = 5_000;

    private final EntityManager entities;

    ReleaseQueries(EntityManager entities) {
        this.entities = entities;
    }

    void addTable(UUID id, int position, FinishedTable table, LineDigest digest) {
        sql("insert into release_table (release_id, name, position, report, dimensions, head, additive, rows,"
                        + " sha256) values (:id, :name, :position, :report, cast(:dimensions as text[]), :head,"
                        + " :additive, :rows, :sha256)")
                .setParameter("id", id)
                .setParameter("name", table.set().jsonName())
                .setParameter("position", position)
                .setParameter("report", table.set().report())
                .setParameter("dimensions", table.set().dimensions().split(","))
                .setParameter("head", table.head())
                .setParameter("additive", table.additive())
                .setParameter("rows", table.cells().size())
                .setParameter("sha256", digest.sha256())
                .executeUpdate();
    }

    void addCells(UUID id, long first, String table, List<FinishedTable.Cell> cells) {
        sql(CELLS)
                .setParameter("id", id)
                .setParameter("first", first)
                .setParameter("name", table)
                .setParameter(
                        "keys", cells.stream().map(FinishedTable.Cell::key).toArray(String[]::new))
                .setParameter(
                        "lines", cells.stream().map(FinishedTable.Cell::line).toArray(String[]::new))
                .executeUpdate();
    }

    /** Stores what differs from the release before, without reasons; returns how many cells that are. */
    int addChanges(UUID id, UUID previous) {
        return sql(CHANGES)
                .setParameter("id", id)
                .setParameter("previous", previous)
                .executeUpdate();
    }

    /** Position, table, key, action of each change, and whether the release before has the cell, in order. */
    List<Object[]> changes(UUID id, UUID previous) {
        return rows(sql(
                        "select c.position, c.table_name, c.key, c.action, exists (select 1 from release_cell was where"
                                + " was.release_id = :previous and was.table_name = c.table_name and md5(was.key) ="
                                + " md5(c.key) and was.key = c.key) from release_change c where c.release_id = :id"
                                + " order by c.position",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("previous", previous));
    }

    /** Position, table, key, action, reason and line of changes after this position. */
    List<Object[]> changes(UUID id, long after, int most) {
        return rows(sql(
                        "select position, table_name, key, action, reason, line from release_change"
                                + " where release_id = :id and position > :after order by position",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("after", after)
                .setMaxResults(most));
    }

    /** How many changes are not those between what the two releases show, or have no reason. */
    long wrongChanges(UUID id, UUID previous) {
        return ((Number) sql(
                                "with shown as (" + DIFFERENCES + ") select count(*) from shown full join (select *"
                                        + " from release_change where release_id = :id) stored"
                                        + " on stored.table_name = shown.table_name and"
                                        + " md5(stored.key) = md5(shown.key) and stored.key ="
                                        + " shown.key where stored.reason is null or"
                                        + " (stored.action, stored.line) is distinct from"
                                        + " (shown.action, shown.line)",
                                Long.class)
                        .setParameter("id", id)
                        .setParameter("previous", previous)
                        .getSingleResult())
                .longValue();
    }

    /** Gives changes their reasons, while the release is not published. */
    void explain(UUID id, List<Long> positions, List<String> reasons) {
        sql("update release_change c set reason = given.reason from unnest(cast(:positions as bigint[]),"
                        + " cast(:reasons as text[])) as given (position, reason)"
                        + " where c.release_id = :id and c.position = given.position")
                .setParameter("id", id)
                .setParameter("positions", positions.toArray(Long[]::new))
                .setParameter("reasons", reasons.toArray(String[]::new))
                .executeUpdate();
    }

    /** Removes the figures of a release that will not be published. */
    void removeFigures(UUID id) {
        for (var table : List.of("release_change", "release_cell", "release_table")) {
            sql("delete from " + table + " where release_id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    List<StoredTable> tables(UUID id) {
        return ReleaseQueries.<Object[]>rows(sql(
                                "select name, report, array_to_string(dimensions, ','), head, additive, rows, sha256"
                                        + " from release_table where release_id = :id order by position",
                                Object[].class)
                        .setParameter("id", id))
                .stream()
                .map(row -> new StoredTable(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        ((Number) row[5]).longValue(),
                        (String) row[6]))
                .toList();
    }

    Optional<StoredTable> table(UUID id, String name) {
        return tables(id).stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** A table as stored. */
    record StoredTable(
            String name, String report, String dimensions, String head, boolean additive, long rows, String sha256) {}

    /** Lines of the file from this position on. */
    List<String> lines(UUID id, long from, int most) {
        return ScalarQuery.of(
                        entities,
                        "select line from release_cell where release_id = :id and position >= :from and position < :end"
                                + " order by position",
                        String.class)
                .setParameter("id", id)
                .setParameter("from", from)
                .setParameter("end", from + most)
                .getResultList();
    }

    /** The SHA-256 of all lines in the order of their bytes, as {@code LC_ALL=C sort} has them. */
    String sortedSha256(UUID id) {
        var digest = new LineDigest();
        try (var lines = ScalarQuery.of(
                        entities,
                        "select line from release_cell where release_id = :id order by convert_to(line, 'UTF8')",
                        String.class)
                .setParameter("id", id)
                .setHint(HibernateHints.HINT_FETCH_SIZE, CELLS_AT_ONCE)
                .getResultStream()) {
            lines.forEach(digest::add);
        }
        return digest.sha256();
    }

    /** Position, key and line of cells of a table after this position. */
    List<Object[]> cells(UUID id, String table, long after, int most) {
        return rows(sql(
                        "select position, key, line from release_cell where release_id = :id and table_name = :name"
                                + " and position > :after order by position",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("name", table)
                .setParameter("after", after)
                .setMaxResults(most));
    }

    /** Table, key, action, reason, line and earlier line of what differs between two releases, after this cell. */
    List<Object[]> changedSince(Release release, Release since, String[] after, int most) {
        return rows(between(
                        "select changed.table_name, changed.key, changed.action, changed.reason, changed.line,"
                                + " was.line "
                                + CHANGED_SINCE
                                + " and (changed.table_name, changed.key) > (:after_table, :after_key)"
                                + " order by changed.table_name, changed.key",
                        release,
                        since,
                        Object[].class)
                .setParameter("after_table", after[0])
                .setParameter("after_key", after[1])
                .setMaxResults(most));
    }

    long countChangedSince(Release release, Release since, int limit) {
        return ((Number) between(
                                "select count(*) from (select 1 " + CHANGED_SINCE + " limit " + limit + ") as found",
                                release,
                                since,
                                Object.class)
                        .getSingleResult())
                .longValue();
    }

    private Query between(String statement, Release release, Release since, Class<?> type) {
        return sql(statement, type)
                .setParameter("programme", release.programme())
                .setParameter("since", since.id())
                .setParameter("since_year", since.year())
                .setParameter("since_number", since.number())
                .setParameter("id", release.id())
                // A preparation comes after all that is published.
                .setParameter("year", Objects.requireNonNullElse(release.year(), Integer.MAX_VALUE))
                .setParameter("number", Objects.requireNonNullElse(release.number(), Integer.MAX_VALUE));
    }

    boolean isImporting() {
        return ScalarQuery.of(
                        entities,
                        "select exists (select 1 from observation_import where not dry_run"
                                + " and status in ('QUEUED', 'RUNNING'))",
                        Boolean.class)
                .getSingleResult();
    }

    String epoch() {
        return ScalarQuery.of(entities, "select cast(epoch as text) from data_set where name = 'reach'", String.class)
                .getSingleResult();
    }

    Optional<Object[]> verification(UUID id) {
        return ReleaseQueries.<Object[]>rows(sql(
                                "select intact, recomputed, differences from release_verification"
                                        + " where release_id = :id",
                                Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    void verified(UUID id, Instant at, boolean intact, String recomputed, long differences) {
        sql("insert into release_verification (release_id, verified_at, intact, recomputed, differences) values (:id,"
                        + " :at, :intact, :recomputed, :differences) on conflict (release_id) do update set verified_at = :at,"
                        + " intact = :intact, recomputed = :recomputed, differences = :differences")
                .setParameter("id", id)
                .setParameter("at", at)
                .setParameter("intact", intact)
                .setParameter("recomputed", recomputed)
                .setParameter("differences", differences)
                .executeUpdate();
    }

    /** A published release that was not verified since this instant. */
    Optional<UUID> unverifiedSince(Instant before) {
        return ScalarQuery.of(
                        entities,
                        "select r.id from release r left join release_verification v on v.release_id = r.id"
                                + " where r.state = 'PUBLISHED' and coalesce(v.verified_at < :before, true)"
                                + " order by v.verified_at nulls first, r.id",
                        UUID.class)
                .setParameter("before", before)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Query sql(String statement) {
        return entities.createNativeQuery(statement);
    }

    private Query sql(String statement, Class<?> type) {
        return entities.createNativeQuery(statement, type);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> rows(Query query) {
        return query.getResultList();
    }
}
