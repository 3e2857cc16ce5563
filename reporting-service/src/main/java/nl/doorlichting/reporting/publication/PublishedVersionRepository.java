package nl.doorlichting.reporting.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.records.RecordLocks;

/** Records of which each change is a version; lists hold the latest version of each. */
public interface PublishedVersionRepository<V extends PublishedVersion>
        extends PanacheRepositoryBase<V, PublishedVersion.Key> {
    /** Records of a programme that are read together; a review has some dozens. */
    int MOST_OF_PROGRAMME = 1_000;

    Class<V> type();

    ListKeys keys();

    /** The latest versions, or those of a moment. */
    default Page<V> page(Filter filter, Instant asOf, PageRequest request) {
        var versions = asOf == null
                ? filter.where(latest())
                : filter.where(
                        "e.recordedAt <= :asOf and not exists (select 1 from " + type().getSimpleName()
                                + " later where later.id = e.id and later.version > e.version"
                                + " and later.recordedAt <= :asOf)",
                        "asOf",
                        asOf);
        return new Lists(getEntityManager()).page(type(), versions, keys(), request);
    }

    /** Condition of the latest version of a record, over the alias e. */
    default String latest() {
        return "not exists (select 1 from " + type().getSimpleName()
                + " later where later.id = e.id and later.version > e.version)";
    }

    /** Until this transaction ends, no other changes this one. */
    default void waitForOthersOf(UUID id) {
        RecordLocks.waitForOthersOf(type().getSimpleName() + " " + id, getEntityManager());
    }

    default Optional<V> findLatest(UUID id) {
        return find("from " + type().getSimpleName() + " e where e.id = ?1 and " + latest(), id)
                .firstResultOptional();
    }

    /** The version of a moment. */
    default Optional<V> findAsOf(UUID id, Instant asOf) {
        return find("id = ?1 and recordedAt <= ?2 order by version desc", id, asOf)
                .firstResultOptional();
    }

    /** Whether the catalogue shows a version of it, unless it is withdrawn. */
    default boolean isPublic(UUID id) {
        return count("id = ?1 and publishedAt is not null", id) > 0;
    }

    default List<V> versions(UUID id) {
        return list("id = ?1 order by version", id);
    }

    /** Of two records with one code at once, the second waits here for the first. */
    default Optional<V> findByNaturalId(String programme, String code) {
        RecordLocks.waitForOthersOf(type().getSimpleName() + " of " + programme, getEntityManager());
        return find("programme = ?1 and code_key(code) = code_key(?2) and version = 1", programme, code)
                .firstResultOptional();
    }

    /** Those that were public at a moment, in the version that was, in this order. */
    default List<V> publicThen(String programme, Instant asOf, String order) {
        return find(
                        "from " + type().getSimpleName()
                                + " e where e.programme = ?1 and not e.withdrawn and e.publishedAt <= ?2"
                                + " and not exists (select 1 from " + type().getSimpleName()
                                + " later where later.id = e.id and later.version > e.version and (later.publishedAt <= ?2"
                                + " or later.withdrawn and later.recordedAt <= ?2)) order by " + order,
                        programme,
                        asOf)
                .page(0, MOST_OF_PROGRAMME)
                .list();
    }
}
