package nl.doorlichting.training.trainers;

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
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.training.VersionedRepository;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class TrainerRepository implements VersionedRepository<Trainer> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    // The day of the last change of the record, or of the last session if that is later.
    private static final String SEEN = """
            greatest(cast(coalesce(e.retained_since, e.created_at) at time zone 'UTC' as date),
                (select max(s.session_date) from training_session s where s.trainers @> array[e.subject]))""";
    private static final String OVERDUE = "e.erased_at is null and " + SEEN + " < :last";

    Page<Trainer> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Trainer.class, filter, KEYS, request);
    }

    /** The trainer of this subject, locked until the transaction ends. */
    Optional<Trainer> findForChange(String subject) {
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Some trainers without a change or a session since this day. */
    List<Trainer> lastSeenBefore(LocalDate last, int atMost) {
        return lockBatch(Trainer.class, "select e.* from trainer e where " + OVERDUE, "last", last, atMost);
    }

    Overdue overdue(LocalDate last) {
        return Overdue.of(RowQuery.of(
                        getEntityManager(),
                        "select count(*), coalesce(max(:last - " + SEEN + "), 0) from trainer e where " + OVERDUE)
                .setParameter("last", last));
    }

    /** Some trainers with a label in the clear or sealed by a former key. */
    List<Trainer> toSeal(PersonalData data, int atMost) {
        return lockSealed(
                Trainer.class,
                "select e.* from trainer e where e.label <> '(sealed)' or e.key_id in (:keys)",
                data,
                atMost);
    }

    /** Of two records of one subject at once, the second waits here for the first. */
    Optional<Trainer> findBySubject(String subject) {
        RecordLocks.waitForOthersOf("trainer " + subject, getEntityManager());
        return find("subject", subject).firstResultOptional();
    }
}
