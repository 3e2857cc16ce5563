package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import nl.doorlichting.platform.queries.ScalarQuery;

/** Makes and checks seals in SQL, so that the events are not loaded here. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditSeals {
    // One statement looks at so many seals at most, and at none that begins after so many events.
    private static final int SEALS = 2_000;
    private static final int EVENTS = 20_000;

    // A statement checks whole seals. The range finds events of a missing seal too.
    private static final String CHECK = """
            with candidate as (
                select number, sum(events) over (order by number) - events as before
                from (select number, events from audit_seal where number > :after order by number limit :seals)
                    as following),
            seal as (
                select s.*, lag(s.number, 1, :after) over (order by s.number) as number_before,
                    lag(s.hash, 1, :hash) over (order by s.number) as hash_before
                from audit_seal s where s.number in (select number from candidate where before < :step)),
            sealed as (
                select s.number, l.id, l.hash from seal s, unnest(s.event_ids, s.event_hashes) as l (id, hash)),
            found as (
                select sealed_in as number, id, audit_event_hash(e) as hash from audit_event e
                where sealed_in > :after and sealed_in <= (select max(number) from seal)),
            broken as (
                select number_before + 1 as number, 1 as rank, 'SEAL_MISSING' as kind, null::bigint as event
                from seal where number <> number_before + 1
                union all
                select number, 2, 'SEAL_CHANGED', null from seal
                where previous_hash <> hash_before
                    or hash is distinct from audit_seal_hash((select s from audit_seal s where s.number = seal.number))
                union all
                select number, 3,
                    case when found.hash is null then 'EVENT_MISSING' when sealed.hash is null then 'EVENT_ADDED'
                        else 'EVENT_CHANGED' end, id
                from sealed full join found using (number, id) where sealed.hash is distinct from found.hash),
            first as (select * from broken order by number, rank, event limit 1)
            select (select count(*) from seal), (select count(*) from sealed), last.number, last.hash,
                first.number, first.kind, first.event
            from (select number, hash from seal order by number desc limit 1) as last left join first on true
            """;

    private final EntityManager entities;

    AuditSeals(EntityManager entities) {
        this.entities = entities;
    }

    /** Seals a batch of at most so many events; how many there were. */
    int seal(int most) {
        return ScalarQuery.of(entities, "select seal_audit_events(:most)", Integer.class)
                .setParameter("most", most)
                .getSingleResult();
    }

    /** Looks at the seals that follow this one; null when none does. */
    CheckResult check(CheckResult.Seal after) {
        var found = entities.createNativeQuery(CHECK, Object[].class)
                .setParameter("after", after.number())
                .setParameter("hash", after.hash())
                .setParameter("step", EVENTS)
                .setParameter("seals", SEALS)
                .getResultList();
        return found.isEmpty() ? null : CheckResult.of((Object[]) found.get(0));
    }

    /** The seal of this number; the beginning of the chain in the database for 0, null for one that is not there. */
    CheckResult.Seal find(long number) {
        if (number == 0) {
            return beginning();
        }
        var found = ScalarQuery.of(entities, "select hash from audit_seal where number = :number", byte[].class)
                .setParameter("number", number)
                .getResultList();
        return found.isEmpty() ? null : new CheckResult.Seal(number, found.get(0));
    }

    /** The last seal of the partitions that were dropped. If it is gone, nothing follows from it. */
    private CheckResult.Seal beginning() {
        var row = (Object[]) entities.createNativeQuery("""
                        select d.seal, coalesce(s.hash, '') from (select coalesce(max(seal), 0) as seal
                            from audit_dropped_partition) as d left join audit_seal s on s.number = d.seal""", Object[].class).getSingleResult();
        return new CheckResult.Seal(((Number) row[0]).longValue(), (byte[]) row[1]);
    }

    /** Events before this moment may only be in an export; null when all are here. */
    Instant onlineSince() {
        return ScalarQuery.of(entities, "select max(until_at) from audit_dropped_partition", Instant.class)
                .getSingleResult();
    }

    /** Whether events name a later seal, although there is none. */
    boolean isNamedAfter(long number) {
        return ScalarQuery.of(
                        entities, "select exists (select from audit_event where sealed_in > :number)", Boolean.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    AuditVerification.Unsealed unsealed() {
        var row = (Object[]) entities.createNativeQuery(
                        "select count(*), min(at) from audit_event where sealed_in is null", Object[].class)
                .getSingleResult();
        return new AuditVerification.Unsealed(((Number) row[0]).longValue(), (Instant) row[1]);
    }

    /**
     * The result of one statement about some seals.
     *
     * @param last the last of them
     * @param firstBreak null when all hold
     */
    record CheckResult(long seals, long events, Seal last, AuditVerification.Break firstBreak) {
        /** A place in the chain. */
        record Seal(long number, byte[] hash) {
            static final Seal NONE = new Seal(0, new byte[0]);
        }

        static CheckResult of(Object[] row) {
            return new CheckResult(
                    number(row[0]), number(row[1]), new Seal(number(row[2]), (byte[]) row[3]), firstBreak(row));
        }

        /** Nothing found. */
        static CheckResult none(Seal after) {
            return new CheckResult(0, 0, after, null);
        }

        /** This and what was found of the seals after it. */
        CheckResult and(CheckResult following) {
            return new CheckResult(
                    seals + following.seals, events + following.events, following.last, following.firstBreak);
        }

        /** The same with the seal missing that should follow. */
        CheckResult withoutNext() {
            return new CheckResult(
                    seals,
                    events,
                    last,
                    new AuditVerification.Break(last.number() + 1, AuditBreakKind.SEAL_MISSING, null));
        }

        private static AuditVerification.Break firstBreak(Object[] row) {
            if (row[4] == null) {
                return null;
            }
            var event = row[6] == null ? null : number(row[6]);
            return new AuditVerification.Break(number(row[4]), AuditBreakKind.valueOf((String) row[5]), event);
        }

        private static long number(Object column) {
            return ((Number) column).longValue();
        }
    }
}
