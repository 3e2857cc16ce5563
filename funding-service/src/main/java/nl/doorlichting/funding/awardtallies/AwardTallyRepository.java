package nl.doorlichting.funding.awardtallies;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
import nl.doorlichting.platform.queries.ScalarQuery;

/** Award tallies, each in its latest version or in that of a moment. */
@ApplicationScoped
class AwardTallyRepository implements PanacheRepositoryBase<AwardTally, AwardTally.Key> {
    private static final String LATEST = "not exists (select 1 from AwardTally later"
            + " where later.tallyId = e.tallyId and later.version > e.version)";
    private static final String LATEST_THEN = "e.recordedAt <= :asOf and not exists (select 1 from AwardTally later"
            + " where later.tallyId = e.tallyId and later.version > e.version and later.recordedAt <= :asOf)";
    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "tallyId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    /** The latest versions, or those that were the latest at a moment. */
    Page<AwardTally> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(AwardTally.class, versions, KEYS, request);
    }

    /** Those that record or change tallies of a programme queue here until the transaction ends. */
    void lock(String programme) {
        ScalarQuery.of(getEntityManager(), "select 1 from pg_advisory_xact_lock(hashtext(:tallies))", Integer.class)
                .setParameter("tallies", "award tallies " + programme)
                .getResultList();
    }

    /** Another tally that states the same and counts. */
    Optional<AwardTally> findSame(AwardTally tally) {
        return find(
                        "from AwardTally e where e.programme = ?1 and e.fundingInstrument = ?2 and e.periodFrom = ?3"
                                + " and e.periodUntil = ?4 and e.tallyId <> ?5 and e.withdrawn = false and " + LATEST
                                + " order by e.tallyId",
                        tally.programme(),
                        tally.fundingInstrument(),
                        tally.period().from(),
                        tally.period().until(),
                        tally.tallyId())
                .stream()
                .filter(tally::statesTheSame)
                .findFirst();
    }

    /** The version of a moment. */
    Optional<AwardTally> findAsOf(UUID tallyId, Instant asOf) {
        return find(
                        "from AwardTally e where e.tallyId = ?1 and e.recordedAt <= ?2 order by e.version desc",
                        tallyId,
                        asOf)
                .firstResultOptional();
    }

    Optional<AwardTally> findLatest(UUID tallyId) {
        return find("from AwardTally e where e.tallyId = ?1 and " + LATEST, tallyId)
                .firstResultOptional();
    }

    Optional<AwardTally> findByReference(String programme, String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return find("programme = ?1 and reference = ?2 and version = 1", programme, reference)
                .firstResultOptional();
    }
}
