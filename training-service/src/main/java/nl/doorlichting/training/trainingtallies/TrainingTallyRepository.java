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
import nl.doorlichting.platform.records.RecordLocks;

/** The latest versions of tallies. */
@ApplicationScoped
class TrainingTallyRepository implements PanacheRepositoryBase<TrainingTally, TrainingTally.Key> {
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    private static final String LATER = "select 1 from TrainingTally later"
            + " where later.tallyId = e.tallyId and later.version > e.version and later.version > 1";
    private static final String LATEST = "not exists (" + LATER + ")";
    private static final String LATEST_THEN =
            "e.recordedAt <= :asOf and not exists (" + LATER + " and later.recordedAt <= :asOf)";
    private static final String STANDING = "e.withdrawn = false and " + LATEST;
    // A tally of a rating alone holds no session.
    private static final String COUNTS = "(coalesce(e.sessionsPlanned, e.sessionsHeld, e.sessionsCancelled,"
            + " e.sessionsToCome, e.sessionsNeverHeld) is not null or e.participants.kind is not null"
            + " or e.expectedParticipants.kind is not null)";
    private static final int MOST_NAMED = 20;
    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "tallyId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    /** Latest versions; those of the moment, unless it is null. */
    Page<TrainingTally> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(TrainingTally.class, versions, KEYS, request);
    }

    /** Ids of tallies that count something of the programme and type, or of all types, on some of these days. */
    List<String> thatMayHold(String programme, String trainingType, Period days) {
        return find(
                        "from TrainingTally e where e.programme = ?1 and (e.trainingType = ?2 or e.trainingType is null)"
                                + " and e.periodFrom < ?3 and e.periodUntil > ?4 and " + COUNTS + " and " + STANDING
                                + " order by e.tallyId",
                        programme,
                        trainingType,
                        days.until(),
                        days.from())
                .page(0, MOST_NAMED)
                .stream()
                .map(tally -> tally.tallyId().toString())
                .toList();
    }

    Optional<TrainingTally> findLatest(UUID tallyId) {
        return find("from TrainingTally e where e.tallyId = ?1 and " + LATEST, tallyId)
                .firstResultOptional();
    }

    /** The version that was the latest at the moment. */
    Optional<TrainingTally> findLatest(UUID tallyId, Instant asOf) {
        return find("tallyId = ?1 and recordedAt <= ?2 order by version desc", tallyId, asOf)
                .firstResultOptional();
    }

    /** Until this transaction ends, no other one records or changes tallies of the programme. */
    void waitForOthersOf(String programme) {
        RecordLocks.waitForOthersOf("training tallies of " + programme, getEntityManager());
    }

    /** A session that names a tally. */
    record NamingSession(UUID id, String trainingType, LocalDate date) {
        Period days() {
            return new Period(date, date.plusDays(1));
        }
    }

    /** Some of the sessions that name the tally, that it held, and that it does not hold once it is corrected so. */
    List<NamingSession> sessionsLeftOut(TrainingTally before, TrainingTally corrected) {
        return getEntityManager()
                .createQuery(
                        "select e.id, e.trainingType, e.date from TrainingSession e"
                                + " where e.programme = :programme and e.includedIn = :tally"
                                + " and e.withdrawal.withdrawnAt is null and e.date >= :from and e.date < :until"
                                + " and coalesce(cast(:type as String), e.trainingType) = e.trainingType"
                                + " and (e.date < :nextFrom or e.date >= :nextUntil"
                                + " or coalesce(cast(:nextType as String), e.trainingType) <> e.trainingType)"
                                + " order by e.date, e.id",
                        NamingSession.class)
                .setParameter("programme", before.programme())
                .setParameter("tally", before.tallyId().toString())
                .setParameter("from", before.period().from())
                .setParameter("until", before.period().until())
                .setParameter("type", before.trainingType())
                .setParameter("nextFrom", corrected.period().from())
                .setParameter("nextUntil", corrected.period().until())
                .setParameter("nextType", corrected.trainingType())
                .setMaxResults(MOST_NAMED)
                .getResultList();
    }

    /** Another tally that states the same. */
    Optional<TrainingTally> findSame(TrainingTally tally) {
        return find(
                        "from TrainingTally e where e.programme = ?1 and e.periodFrom = ?2 and e.periodUntil = ?3"
                                + " and e.tallyId <> ?4 and " + STANDING + " order by e.tallyId",
                        tally.programme(),
                        tally.period().from(),
                        tally.period().until(),
                        tally.tallyId())
                .stream()
                .filter(tally::statesTheSame)
                .findFirst();
    }

    Optional<TrainingTally> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2 and version = 1", programme, reference)
                .firstResultOptional();
    }
}
