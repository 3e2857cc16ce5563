package nl.doorlichting.reporting.publishedtables;

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

/** Published tables; lists hold the latest version of each. */
@ApplicationScoped
class PublishedTableRepository implements PanacheRepositoryBase<PublishedTableRecord, PublishedTableRecord.Key> {
    private static final String LATEST = "not exists (select 1 from PublishedTableRecord later"
            + " where later.id = e.id and later.version > e.version)";
    private static final String LATEST_THEN =
            "e.recordedAt <= :asOf and not exists (select 1 from PublishedTableRecord later where later.id = e.id"
                    + " and later.version > e.version and later.recordedAt <= :asOf)";
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("title", String.class)));

    /** Tables of a programme that are audited and that identities may connect; a review has some dozens. */
    private static final int MOST_OF_PROGRAMME = 1_000;

    /** A table that is not withdrawn. */
    record Standing(UUID id, String code) {}

    /** The latest versions, or those of a moment. */
    Page<PublishedTableRecord> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null ? filter.where(LATEST) : filter.where(LATEST_THEN, "asOf", asOf);
        return new Lists(getEntityManager()).page(PublishedTableRecord.class, versions, KEYS, request);
    }

    /** Until this transaction ends, no other changes this one. */
    void waitForOthersOf(UUID id) {
        RecordLocks.waitForOthersOf("published table " + id, getEntityManager());
    }

    Optional<PublishedTableRecord> findLatest(UUID id) {
        return find("from PublishedTableRecord e where e.id = ?1 and " + LATEST, id)
                .firstResultOptional();
    }

    /** The version of a moment. */
    Optional<PublishedTableRecord> findAsOf(UUID id, Instant asOf) {
        return find("id = ?1 and recordedAt <= ?2 order by version desc", id, asOf)
                .firstResultOptional();
    }

    /** Whether the catalogue shows a version of it, unless it is withdrawn. */
    boolean isPublic(UUID id) {
        return count("id = ?1 and publishedAt is not null", id) > 0;
    }

    List<PublishedTableRecord> versions(UUID id) {
        return list("id = ?1 order by version", id);
    }

    /** Of two records with one code at once, the second waits here for the first. */
    Optional<PublishedTableRecord> findByNaturalId(String programme, String code) {
        RecordLocks.waitForOthersOf("published tables of " + programme, getEntityManager());
        return find("programme = ?1 and code_key(code) = code_key(?2) and version = 1", programme, code)
                .firstResultOptional();
    }

    /** Those that were public at a moment, in the version that was. */
    List<PublishedTableRecord> publicThen(String programme, Instant asOf) {
        return find(
                        "from PublishedTableRecord e where e.programme = ?1 and not e.withdrawn and e.publishedAt <= ?2"
                                + " and not exists (select 1 from PublishedTableRecord later where later.id = e.id"
                                + " and later.version > e.version and (later.publishedAt <= ?2"
                                + " or later.withdrawn and later.recordedAt <= ?2)) order by e.id",
                        programme,
                        asOf)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }

    /** Those that are not withdrawn, without what is in print, which can be more than memory holds. */
    List<Standing> ofProgramme(String programme) {
        return getEntityManager()
                .createQuery(
                        "select e.id, e.code from PublishedTableRecord e where e.programme = :programme"
                                + " and not e.withdrawn and " + LATEST + " order by e.id",
                        Standing.class)
                .setParameter("programme", programme)
                .setMaxResults(MOST_OF_PROGRAMME)
                .getResultList();
    }

    /** What is in print, which the session does not keep; empty for a table that is withdrawn. */
    Optional<String> content(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select e.content from PublishedTableRecord e where e.id = :id and not e.withdrawn and "
                                + LATEST,
                        String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
