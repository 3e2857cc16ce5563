package nl.doorlichting.reporting.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordLocks;

/** Claims; lists hold the latest version of each. */
@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<ClaimVersion, ClaimVersion.Key> {
    private static final String LATEST = "not exists (select 1 from ClaimVersion later"
            + " where later.claimId = e.claimId and later.version > e.version)";
    private static final String LATEST_THEN =
            "e.recordedAt <= :asOf and not exists (select 1 from ClaimVersion later where later.claimId = e.claimId"
                    + " and later.version > e.version and later.recordedAt <= :asOf)";
    private static final int MOST_OF_PROGRAMME = 1_000;
    private static final ListKeys KEYS =
            new ListKeys(new SortKey("id", "claimId", UUID.class), "code", List.of(SortKey.of("code", String.class)));

    /** The latest versions, or those of a moment. */
    Page<ClaimVersion> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(ClaimVersion.class, versions, KEYS, request);
    }

    /** Until this transaction ends, no other changes this one. */
    void waitForOthersOf(UUID id) {
        RecordLocks.waitForOthersOf("claim " + id, getEntityManager());
    }

    Optional<ClaimVersion> findLatest(UUID id) {
        return find("from ClaimVersion e where e.claimId = ?1 and " + LATEST, id)
                .firstResultOptional();
    }

    /** Those that are not withdrawn, by code. */
    List<ClaimVersion> ofProgramme(String programme) {
        return find(
                        "from ClaimVersion e where e.programme = ?1 and not e.withdrawn and " + LATEST
                                + " order by e.code, e.claimId",
                        programme)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }

    /** Those that were public at a moment, in the version that was, by code. */
    List<ClaimVersion> publicThen(String programme, Instant asOf) {
        return find(
                        "from ClaimVersion e where e.programme = ?1 and not e.withdrawn and e.publishedAt <= ?2"
                                + " and not exists (select 1 from ClaimVersion later where later.claimId = e.claimId"
                                + " and later.version > e.version and (later.publishedAt <= ?2"
                                + " or later.withdrawn and later.recordedAt <= ?2)) order by e.code, e.claimId",
                        programme,
                        asOf)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }

    /** The version of a moment. */
    Optional<ClaimVersion> findAsOf(UUID id, Instant asOf) {
        return find("claimId = ?1 and recordedAt <= ?2 order by version desc", id, asOf)
                .firstResultOptional();
    }

    /** Whether the catalogue shows a version of it, unless it is withdrawn. */
    boolean isPublic(UUID id) {
        return count("claimId = ?1 and publishedAt is not null", id) > 0;
    }

    List<ClaimVersion> versions(UUID id) {
        return list("claimId = ?1 order by version", id);
    }

    /** Of two records with one code at once, the second waits here for the first. */
    Optional<ClaimVersion> findByNaturalId(String programme, String code) {
        RecordLocks.waitForOthersOf("claims of " + programme, getEntityManager());
        return find("programme = ?1 and code_key(code) = code_key(?2) and version = 1", programme, code)
                .firstResultOptional();
    }
}
