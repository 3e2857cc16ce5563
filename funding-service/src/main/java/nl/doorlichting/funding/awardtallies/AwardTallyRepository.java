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

/** Award tallies; of each only the latest version. */
@ApplicationScoped
class AwardTallyRepository implements PanacheRepositoryBase<AwardTally, AwardTally.Key> {
    private static final String LATEST = "not exists (select 1 from AwardTally later"
            + " where later.tallyId = e.tallyId and later.version > e.version)";
    private static final ListKeys KEYS = new ListKeys(
            new SortKey("id", "tallyId", UUID.class),
            "recordedAt",
            List.of(SortKey.of("recordedAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    Page<AwardTally> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(AwardTally.class, filter.where(LATEST), KEYS, request);
    }

    /** Corrections of one tally queue here until the transaction ends. */
    void lock(UUID tallyId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:tally))", Integer.class)
                .setParameter("tally", "award tally " + tallyId)
                .getResultList();
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
