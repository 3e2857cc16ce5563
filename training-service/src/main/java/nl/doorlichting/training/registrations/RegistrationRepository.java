package nl.doorlichting.training.registrations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
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

@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {
    private static final SortKey ID = SortKey.of("id", UUID.class);
    private static final SortKey NUMBER = SortKey.of("number", Integer.class);
    private static final SortKey CREATED_AT = SortKey.of("createdAt", Instant.class);
    private static final ListKeys OF_A_SESSION = new ListKeys(ID, "number", List.of(NUMBER, CREATED_AT));
    private static final ListKeys OF_A_PERSON = new ListKeys(ID, "-createdAt", List.of(CREATED_AT));

    Page<Registration> ofSession(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Registration.class, filter, OF_A_SESSION, request);
    }

    Page<Registration> ofPerson(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Registration.class, filter, OF_A_PERSON, request);
    }

    /** The registration of this account that is not cancelled, if any. */
    Optional<Registration> findStanding(UUID sessionId, String subject) {
        return find("sessionId = ?1 and status <> CANCELLED and subject = ?2", sessionId, subject)
                .firstResultOptional();
    }

    /** The registrations with this address that are not cancelled: one that a coordinator made, and those of accounts. */
    List<Registration> findStanding(UUID sessionId, List<byte[]> emailIndexes) {
        return list(
                "sessionId = ?1 and status <> CANCELLED and person.emailIndex in ?2 order by number",
                sessionId,
                emailIndexes);
    }

    /** Gives this many of those who wait a place, the lowest numbers first; answers how many got one. */
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

    /** The registration, which nobody else can change until the transaction ends. */
    Optional<Registration> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Gives the registration its next version, also when what changed is only whose it is. */
    void nextVersion(Registration registration) {
        getEntityManager().lock(registration, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Its place in the queue, from 1; null unless it waits. */
    Integer placeInQueue(Registration registration) {
        return placesInQueue(List.of(registration)).get(registration.id);
    }

    /** Places in the queue, from 1, of those among these registrations that wait. */
    Map<UUID, Integer> placesInQueue(Collection<Registration> registrations) {
        var waiting = registrations.stream().filter(Registration::isWaiting).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> places = getEntityManager()
                .createNativeQuery("""
                        select r.id, (select count(*) from registration ahead where ahead.session_id = r.session_id
                            and ahead.status = 'WAITLISTED' and ahead.number <= r.number)
                        from registration r where r.id in :ids
                        """, Object[].class)
                .setParameter("ids", waiting.stream().map(one -> one.id).toList())
                .getResultList();
        return places.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
    }
}
