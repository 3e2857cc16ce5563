package nl.doorlichting.training.trainers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class TrainerRepository implements PanacheRepositoryBase<Trainer, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    // The day of the last change of the record, or of the last session if that is later.
    private static final String SEEN = """
            greatest(cast(coalesce(t.retained_since, t.created_at) at time zone 'UTC' as date),
                (select max(s.session_date) from training_session s where s.trainers @> array[t.subject]))""";
    private static final String OVERDUE = "t.erased_at is null and " + SEEN + " < :last";

    Page<Trainer> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Trainer.class, filter, KEYS, request);
    }

    /** The trainer of this subject, locked until the transaction ends. */
    Optional<Trainer> findForChange(String subject) {
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Some trainers without a change or a session since this day; skips rows that another instance has locked. */
    List<Trainer> lastSeenBefore(LocalDate last, int atMost) {
        @SuppressWarnings("unchecked")
        List<Trainer> found = getEntityManager()
                .createNativeQuery(
                        "select t.* from trainer t where " + OVERDUE + " limit :most for update of t skip locked",
                        Trainer.class)
                .setParameter("last", last)
                .setParameter("most", atMost)
                .getResultList();
        return found;
    }

    Overdue overdue(LocalDate last) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery(
                        "select count(*), coalesce(max(:last - " + SEEN + "), 0) from trainer t where " + OVERDUE,
                        Object[].class)
                .setParameter("last", last)
                .getSingleResult();
        return Overdue.of(row);
    }

    /** Some trainers with a label in the clear or sealed by one of these keys; skips rows that another instance has locked. */
    List<Trainer> toSeal(List<String> formerKeys, int atMost) {
        @SuppressWarnings("unchecked")
        List<Trainer> found = getEntityManager()
                .createNativeQuery("""
                        select * from trainer where label <> '(sealed)' or key_id in (:former)
                        limit :most for update skip locked
                        """, Trainer.class)
                .setParameter("former", formerKeys.isEmpty() ? List.of("") : formerKeys)
                .setParameter("most", atMost)
                .getResultList();
        return found;
    }

    Optional<Trainer> findBySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }
}
