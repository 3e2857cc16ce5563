package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.VersionedRepository;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;
import nl.doorlichting.training.registrations.Registrations.Changes;

@ApplicationScoped
class RegistrationRepository implements VersionedRepository<Registration> {
    private static final SortKey ID = SortKey.of("id", UUID.class);
    private static final SortKey NUMBER = SortKey.of("number", Integer.class);
    private static final SortKey CREATED_AT = SortKey.of("createdAt", Instant.class);
    private static final ListKeys OF_A_SESSION = new ListKeys(ID, "number", List.of(NUMBER, CREATED_AT));
    private static final ListKeys OF_A_PERSON = new ListKeys(ID, "-createdAt", List.of(CREATED_AT));

    private static final SortKey CHANGED_AT = SortKey.of("changedAt", Instant.class);
    private static final ListKeys OF_CHANGES = new ListKeys(ID, "changedAt", List.of(CHANGED_AT));

    // A new date in the past may be a mistake: its grace period has to end too.
    private static final String OVERDUE = """
            r.erased_at is null and s.session_date + t.retention_days < :today
                and coalesce(s.erase_not_before <= :today, true)""";

    Page<Registration> ofSession(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Registration.class, filter, OF_A_SESSION, request);
    }

    Page<Registration> ofPerson(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Registration.class, filter, OF_A_PERSON, request);
    }

    Page<RegistrationChange> changes(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(RegistrationChange.class, filter, OF_CHANGES, request);
    }

    /** The registration of this account that is not cancelled, if any. */
    Optional<Registration> findStanding(UUID sessionId, String subject) {
        return find("sessionId = ?1 and status <> CANCELLED and subject = ?2", sessionId, subject)
                .firstResultOptional();
    }

    /** Registrations with this address that are not cancelled, made by a coordinator or by accounts. */
    List<Registration> findStanding(UUID sessionId, List<byte[]> emailIndexes) {
        return list(
                "sessionId = ?1 and status <> CANCELLED and person.emailIndex in ?2 order by number",
                sessionId,
                emailIndexes);
    }

    /** Sessions that this account is, or was, registered for. */
    List<UUID> sessionsOf(String subject) {
        return getEntityManager()
                .createQuery("select distinct r.sessionId from Registration r where r.subject = :subject", UUID.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Sessions in which this account has a place, or one in the queue. */
    List<UUID> sessionsAttendedBy(String subject) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.sessionId from Registration r where r.subject = :subject"
                                + " and r.status <> CANCELLED",
                        UUID.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Registrations that coordinators made for this address, the oldest first. */
    List<Registration> madeFor(List<byte[]> emailIndexes) {
        return list("subject is null and person.emailIndex in ?1 order by createdAt", emailIndexes);
    }

    /** By session, the changes of registrations whose person was erased or replaced; a session without one is absent. */
    Map<UUID, Changes> changesForAll(Collection<UUID> sessionIds) {
        if (sessionIds.isEmpty()) {
            return Map.of();
        }
        return RowQuery.of(getEntityManager(), """
                        select r.session_id, sum(r.version + 1),
                            greatest(max(r.erased_at), max(r.person_replaced_at), max(r.moved_up_at),
                                max(r.cancelled_at))
                        from registration r where r.session_id in (:sessions)
                            and num_nonnulls(r.erased_at, r.person_replaced_at) > 0
                        group by r.session_id
                        """).setParameter("sessions", sessionIds).getResultList().stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> new Changes(((Number) row[1]).intValue(), (Instant) row[2])));
    }

    /** Gives this many places to the lowest numbers in the queue and returns how many got one. */
    int moveUp(UUID sessionId, int places, Instant now) {
        getEntityManager().flush();
        return getEntityManager()
                .createNativeQuery("""
                        update registration set status = 'REGISTERED', moved_up_at = :now, version = version + 1
                        where id in (
                            select id from registration where session_id = :session and status = 'WAITLISTED'
                            order by number limit :places)
                        """)
                .setParameter("session", sessionId)
                .setParameter("places", places)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Gives the registration its next version, which a change of the person or the profession alone does not. */
    void nextVersion(Registration registration) {
        getEntityManager().lock(registration, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Its place in the queue, from 1; null unless it waits. */
    Integer placeInQueue(Registration registration) {
        return placesInQueue(List.of(registration)).get(registration.id());
    }

    /** Places in the queue, from 1; a registration that does not wait is absent. */
    Map<UUID, Integer> placesInQueue(Collection<Registration> registrations) {
        var waiting = registrations.stream().filter(Registration::isWaiting).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        return RowQuery.of(getEntityManager(), """
                        select r.id, (select count(*) from registration ahead where ahead.session_id = r.session_id
                            and ahead.status = 'WAITLISTED' and ahead.number <= r.number)
                        from registration r where r.id in :ids
                        """)
                .setParameter("ids", waiting.stream().map(Registration::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** Erases the persons of a batch whose retention ended and returns its size. */
    int eraseOverdue(LocalDate today, Instant now, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        with overdue as materialized (
                            select r.id from registration r
                            join training_session s on s.id = r.session_id
                            join training_type t on t.code = s.training_type
                            where %s
                            limit :most for update of r skip locked)
                        update registration r set subject = null, key_id = null, name = null, email = null,
                            email_index = null, erased_at = :now, version = version + 1,
                            created_by = case when created_by = subject then 'erased' else created_by end
                        from overdue where r.id = overdue.id
                        """.formatted(OVERDUE))
                .setParameter("today", today)
                .setParameter("now", now)
                .setParameter("most", atMost)
                .executeUpdate();
    }

    Overdue overdue(LocalDate today) {
        return Overdue.of(
                RowQuery.of(getEntityManager(), """
                        select count(*), coalesce(max(
                            :today - greatest(s.session_date + t.retention_days, s.erase_not_before)), 0)
                        from registration r
                        join training_session s on s.id = r.session_id
                        join training_type t on t.code = s.training_type
                        where %s
                        """.formatted(OVERDUE)).setParameter("today", today));
    }

    /** Some registrations with a person that a former key sealed. */
    List<Registration> toSeal(PersonalData data, int atMost) {
        return data.formerKeys().isEmpty()
                ? List.of()
                : lockSealed(
                        Registration.class, "select e.* from registration e where e.key_id in (:keys)", data, atMost);
    }
}
