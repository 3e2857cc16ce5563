package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedRepository;

/** Sessions, and the latest versions of their head counts. */
@ApplicationScoped
class TrainingSessionRepository implements VersionedRepository<TrainingSession> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(
                    SortKey.of("createdAt", Instant.class),
                    SortKey.of("date", LocalDate.class),
                    SortKey.of("title", String.class)));

    Page<TrainingSession> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(TrainingSession.class, filter, KEYS, request);
    }

    /**
     * The session with this reference, whatever its case; a null reference is that of none. Other requests that ask this wait
     * until the transaction ends, because sessions of before may have references that differ by case only.
     */
    @Override
    public Optional<TrainingSession> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        RecordLocks.waitForOthersOf("training session references of " + programme, getEntityManager());
        return find("programme = ?1 and code_key(reference) = code_key(?2)", programme, reference)
                .firstResultOptional();
    }

    /** Sessions with this subject as a trainer, the earliest day first. */
    List<TrainingSession> ofTrainer(String subject) {
        @SuppressWarnings("unchecked")
        List<TrainingSession> found = getEntityManager()
                .createNativeQuery("""
                        select * from training_session where trainers @> array[cast(:subject as text)]
                        order by session_date, id
                        """, TrainingSession.class)
                .setParameter("subject", subject)
                .getResultList();
        return found;
    }

    /** The sessions of a series from a day on that are neither held nor cancelled, locked in one order. */
    List<TrainingSession> lockPending(String programme, String series, LocalDate from) {
        // An entity that was read before the lock may be outdated.
        getEntityManager().clear();
        return find(
                        "programme = ?1 and code_key(series) = code_key(?2) and date >= ?3"
                                + " and status in (PLANNED, CONFIRMED) order by id",
                        programme,
                        series,
                        from)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Ids of the sessions of a series on a day that go ahead; other requests that ask this wait until the transaction ends. */
    List<UUID> ofSeries(String programme, String series, LocalDate date) {
        // An order of the locks of several series would be needed, if they were not one for the programme.
        RecordLocks.waitForOthersOf("training series of " + programme, getEntityManager());
        return getEntityManager()
                .createQuery(
                        "select e.id from TrainingSession e where e.programme = :programme"
                                + " and code_key(e.series) = code_key(:series) and e.date = :date and e.status <> CANCELLED and e.withdrawal.withdrawnAt is null"
                                + " order by e.id",
                        UUID.class)
                .setParameter("programme", programme)
                .setParameter("series", series)
                .setParameter("date", date)
                .getResultList();
    }

    /**
     * By session the ids of others that name one of its trainers and share its time, or its day where one of the two states no
     * times. Between two time zones, up to 26 hours apart, times of days that are two apart can be the same. Withdrawn and cancelled sessions take no time.
     */
    Map<UUID, List<UUID>> doubleBookings(Collection<TrainingSession> shown) {
        var asked = shown.stream()
                .filter(TrainingSession::takesTimeOfTrainers)
                .collect(Collectors.toMap(TrainingSession::id, Function.identity()));
        if (asked.isEmpty()) {
            return Map.of();
        }
        return RowQuery.of(getEntityManager(), """
                        select s.id, o.id, o.session_date, o.start_time, o.end_time, o.time_zone
                        from training_session s
                        join training_session o on o.trainers && s.trainers
                            and o.session_date between s.session_date - 2 and s.session_date + 2
                            and o.id <> s.id and o.status <> 'CANCELLED' and o.withdrawn_at is null
                        where s.id in (:ids)
                        order by o.id
                        """).setParameter("ids", asked.keySet()).getResultList().stream()
                .filter(pair -> asked.get((UUID) pair[0])
                        .overlaps(
                                pair[2] instanceof Date date ? date.toLocalDate() : (LocalDate) pair[2],
                                SessionTimes.stored((String) pair[3], (String) pair[4], (String) pair[5])))
                .collect(Collectors.groupingBy(
                        pair -> (UUID) pair[0], Collectors.mapping(pair -> (UUID) pair[1], Collectors.toList())));
    }

    /** When these sessions last stated something else, or were recorded. */
    Map<UUID, Instant> lastChanges(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return RowQuery.of(getEntityManager(), """
                        select s.id, coalesce(last_change_of_training_session(s.id), s.created_at)
                        from training_session s where s.id in (:ids)
                        """).setParameter("ids", ids).getResultList().stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /** What a session stated in a time that is over, whole; null where only what counts was kept. */
    record Former(Instant recordedAt, Instant replacedAt, TrainingSession stated) {}

    /** The last former versions, the oldest first. */
    List<Former> former(UUID sessionId) {
        // An entity that is in the context would lend its embedded values to the first version.
        getEntityManager().clear();
        List<Object[]> rows = RowQuery.of(getEntityManager(), """
                        select * from (
                            select f.id, coalesce(lag(f.replaced_at) over w, f.created_at), f.replaced_at, f.stated is not null
                            from former_training_session f where f.session_id = :session
                            window w as (order by f.replaced_at, f.id)
                            order by f.replaced_at desc, f.id desc limit 200) e
                        """)
                .setParameter("session", sessionId)
                .getResultList();
        var former = new ArrayList<Former>();
        rows.forEach(row -> former.add(
                0,
                new Former((Instant) row[1], (Instant) row[2], Boolean.TRUE.equals(row[3]) ? stated(row[0]) : null)));
        return former;
    }

    // One by one and detached, because the persistence context has one entity for each id.
    private TrainingSession stated(Object formerId) {
        var stated = (TrainingSession) getEntityManager()
                .createNativeQuery("""
                        select r.* from former_training_session f
                        cross join lateral jsonb_populate_record(cast(null as training_session), f.stated) r
                        where f.id = :former
                        """, TrainingSession.class)
                .setParameter("former", formerId)
                .getSingleResult();
        getEntityManager().detach(stated);
        return stated;
    }

    /** All versions of how many came, the oldest first. */
    List<HeadCount> headCountVersions(UUID sessionId) {
        return getEntityManager()
                .createQuery("from HeadCount e where e.sessionId = :session order by e.version", HeadCount.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    /**
     * Gives the trainer another name in all sessions, in their former versions and in the counts that the trainer recorded, and
     * returns in how many sessions.
     */
    int replaceTrainer(String subject, String name) {
        getEntityManager().flush();
        var sessions = getEntityManager()
                .createNativeQuery("""
                        update training_session set trainers = array_replace(trainers, :subject, :name),
                            version = version + 1
                        where id in (
                            select id from training_session where trainers @> array[cast(:subject as text)]
                            order by id for update)
                        """)
                .setParameter("subject", subject)
                .setParameter("name", name)
                .executeUpdate();
        ScalarQuery.of(
                        getEntityManager(),
                        "select replace_former_trainer(:subject, :name) + replace_recorder(:subject, :name)",
                        Integer.class)
                .setParameter("subject", subject)
                .setParameter("name", name)
                .getSingleResult();
        return sessions;
    }

    void add(HeadCount count) {
        getEntityManager().persist(count);
    }

    /**
     * The latest version of how many came; 409 when that is known by the other method.
     *
     * @param allowed what the caller may do with the session
     */
    HeadCount latest(UUID sessionId, HeadCount.Method method, List<String> allowed) {
        var count = headCounts(List.of(sessionId)).get(sessionId);
        if (count == null || !count.isKnownBy(method)) {
            throw ProblemException.invalidState(
                    method == HeadCount.Method.HEAD_COUNT
                            ? Text.of("session.has-roll-call")
                            : Text.of("session.has-head-count"),
                    allowed);
        }
        return count;
    }

    /** The latest versions by session; a session without one is absent. */
    Map<UUID, HeadCount> headCounts(Collection<UUID> sessionIds) {
        return getEntityManager()
                .createQuery(
                        "from HeadCount e where e.sessionId in :ids and not exists (select 1 from HeadCount later"
                                + " where later.sessionId = e.sessionId and later.version > e.version)",
                        HeadCount.class)
                .setParameter("ids", sessionIds)
                .getResultStream()
                .collect(Collectors.toMap(HeadCount::sessionId, Function.identity()));
    }
}
