package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import nl.doorlichting.platform.audit.AuditSeals.CheckResult.Seal;
import nl.doorlichting.platform.queries.ScalarQuery;

/**
 * Exports and partitions in SQL, each statement in a transaction of its own: what is sealed does not change, and an export
 * takes longer than a transaction may.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditExportQueries {
    // One statement reads so many seals at most, and none that begins after so many events.
    private static final int SEALS = 1_000;
    private static final int EVENTS = 10_000;

    private static final String LINES = """
            with candidate as (
                select number, sum(events) over (order by number) - events as before
                from (select number, events from audit_seal where number > :after and number <= :last
                    order by number limit :seals) as following),
            seal as (
                select * from audit_seal where number in (select number from candidate where before < :events)),
            event as (
                select id, sealed_in, audit_event_text(e) as text from audit_event e
                where sealed_in > :after and sealed_in <= (select max(number) from seal)),
            line as (
                select number, 0 as place, json_build_object('seal', number, 'sealedAt',
                    (extract(epoch from sealed_at) * 1000000)::bigint, 'hash', encode(hash, 'hex'), 'events',
                    event_ids)::text as text
                from seal
                union all
                select l.number, l.place, event.text
                from (select s.number, u.id, u.place from seal s, unnest(s.event_ids) with ordinality as u (id, place)) as l
                join event on event.id = l.id and event.sealed_in = l.number)
            select number, text from line order by number, place
            """;

    private static final String EXPORTS = """
            select to_char(month, 'YYYY-MM'), first_seal, hash_before, last_seal, hash_after, events, bytes, sha256, verified_at, fault
            from audit_export order by month
            """;

    private final EntityManager entities;

    AuditExportQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** All exports, the oldest first. */
    List<AuditExport> exports() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<?> rows = entities.createNativeQuery(EXPORTS, Object[].class).getResultList();
            return rows.stream().map(row -> AuditExport.of((Object[]) row)).toList();
        });
    }

    /** When the first seal after this one was made; null when none is. */
    Instant sealedAfter(long number) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ScalarQuery.of(
                                entities, "select min(sealed_at) from audit_seal where number > :number", Instant.class)
                        .setParameter("number", number)
                        .getSingleResult());
    }

    /** The last seal that was made before this moment; the given one when none is after it. */
    Seal lastBefore(Instant moment, Seal from) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var found = entities.createNativeQuery("""
                            select number, hash from audit_seal where number > :number and sealed_at < :moment
                            order by number desc limit 1""", Object[].class)
                    .setParameter("number", from.number())
                    .setParameter("moment", moment)
                    .getResultList();
            return found.isEmpty() ? from : seal((Object[]) found.get(0));
        });
    }

    /** The hash of the seal of this number; null when it is not there. */
    byte[] hash(long number) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var found = ScalarQuery.of(entities, "select hash from audit_seal where number = :number", byte[].class)
                    .setParameter("number", number)
                    .getResultList();
            return found.isEmpty() ? null : found.get(0);
        });
    }

    /** Seals and events in the form of an export, from the seal after the first on. */
    AuditExportFile.Lines lines(long after, long last) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<?> rows = entities.createNativeQuery(LINES, Object[].class)
                    .setParameter("after", after)
                    .setParameter("last", last)
                    .setParameter("seals", SEALS)
                    .setParameter("events", EVENTS)
                    .getResultList();
            return new AuditExportFile.Lines(
                    rows.stream().map(row -> (String) ((Object[]) row)[1]).toList(),
                    rows.isEmpty() ? after : ((Number) ((Object[]) rows.get(rows.size() - 1))[0]).longValue());
        });
    }

    /** Stores that the month is exported. Another instance may have done so. */
    void add(AuditExport export) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into audit_export (month, first_seal, hash_before, last_seal, hash_after, events, bytes,
                            sha256, verified_at, fault)
                        values (:month, :first, :before, :last, :after, :events, :bytes, :sha256, :at, nullif(:fault, ''))
                        on conflict (month) do nothing""")
                        .setParameter("month", export.month().atDay(1))
                        .setParameter("first", export.before().number() + 1)
                        .setParameter("before", export.before().hash())
                        .setParameter("last", export.head().number())
                        .setParameter("after", export.head().hash())
                        .setParameter("events", export.events())
                        .setParameter("bytes", export.bytes())
                        .setParameter("sha256", export.sha256())
                        .setParameter("at", export.verifiedAt())
                        .setParameter(
                                "fault",
                                export.fault() == null ? "" : export.fault().name())
                        .executeUpdate());
    }

    /** Stores what a verification found. */
    void verified(YearMonth month, Instant at, AuditExportFault fault) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update audit_export set verified_at = :at, fault = nullif(:fault, '') where month = :month")
                        .setParameter("at", at)
                        .setParameter("fault", fault == null ? "" : fault.name())
                        .setParameter("month", month.atDay(1))
                        .executeUpdate());
    }

    /** Number of the seal after which the chain in the database begins. */
    long droppedSeal() {
        return number("select coalesce(max(seal), 0) from audit_dropped_partition");
    }

    /** Makes the partitions of this month and of so many more. */
    void createPartitions(int ahead) {
        number("select create_audit_partitions(" + ahead + ")");
    }

    /** Drops the oldest partition that ended before this month and is exported; false when there is none. */
    boolean dropPartition(YearMonth online) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScalarQuery.of(entities, "select drop_audit_partition(:online)", String.class)
                                .setParameter("online", start(online))
                                .getSingleResult()
                        != null);
    }

    /** Takes away so many seals of dropped partitions; how many there were. */
    long trimSeals(int most) {
        return number("select trim_audit_seals(" + most + ")");
    }

    /** Of this month and the next, how many have no partition. */
    long missingPartitions() {
        return number("""
                select count(*) from (values (audit_month(now(), 0)), (audit_month(now(), 1))) as needed (month)
                where not exists (select from audit_partition
                    where until_at > month and coalesce(from_at, '-infinity') <= month)""");
    }

    /** What the trail takes on disk, with its indexes and seals. */
    long bytes() {
        return number("""
                select (select sum(pg_total_relation_size(relid)) from pg_partition_tree('audit_event'))
                    + pg_total_relation_size('audit_seal')""");
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private long number(String query) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> ScalarQuery.of(entities, "select cast((" + query + ") as bigint)", Long.class)
                        .getSingleResult());
    }

    private static Seal seal(Object[] row) {
        return new Seal(((Number) row[0]).longValue(), (byte[]) row[1]);
    }
}
