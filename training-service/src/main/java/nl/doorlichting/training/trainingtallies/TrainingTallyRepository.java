package nl.doorlichting.training.trainingtallies;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

/** The latest versions of tallies. */
@ApplicationScoped
class TrainingTallyRepository implements PanacheRepositoryBase<TrainingTally, TrainingTally.Key> {
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from TrainingTally later"
            + " where later.tallyId = e.tallyId and later.version > e.version and later.version > 1)";
    // A tally of a rating alone holds no session.
    private static final String COUNTS = "(coalesce(e.sessionsPlanned, e.sessionsHeld, e.sessionsCancelled,"
            + " e.sessionsToCome, e.sessionsNeverHeld) is not null or e.participants.kind is not null"
            + " or e.expectedParticipants.kind is not null)";
    private static final int MOST_TALLIES = 20;
    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "tallyId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    Page<TrainingTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(TrainingTally.class, filter.where(LATEST), KEYS, request);
    }

    /** Ids of tallies that count something of the programme and type, or of all types, on some of these days. */
    List<String> thatMayHold(String programme, String trainingType, Period days) {
        return find(
                        "from TrainingTally e where e.programme = ?1 and (e.trainingType = ?2 or e.trainingType is null)"
                                + " and e.periodFrom < ?3 and e.periodUntil > ?4 and " + COUNTS + " and " + LATEST
                                + " order by e.tallyId",
                        programme,
                        trainingType,
                        days.until(),
                        days.from())
                .page(0, MOST_TALLIES)
                .stream()
                .map(tally -> tally.tallyId().toString())
                .toList();
    }

    Optional<TrainingTally> findLatest(UUID tallyId) {
        return find("from TrainingTally e where e.tallyId = ?1 and " + LATEST, tallyId)
                .firstResultOptional();
    }

    Optional<TrainingTally> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2 and version = 1", programme, reference)
                .firstResultOptional();
    }
}
