package nl.doorlichting.reporting.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.records.RecordLocks;

/** Imports, the pieces of their files and their errors. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ObservationImport, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "-createdAt", List.of(SortKey.of("createdAt", Instant.class)));
    private static final ListKeys ERROR_KEYS = new ListKeys(
            new SortKey("position", "position", Long.class), "line", List.of(SortKey.of("line", Long.class)));

    Page<ObservationImport> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(ObservationImport.class, filter, KEYS, request);
    }

    Page<ImportError> errors(UUID id, PageRequest request) {
        return new Lists(getEntityManager())
                .page(ImportError.class, new Filter().equal("importId", id), ERROR_KEYS, request);
    }

    /** Of two uploads with one key that begin at once, the second then finds the first, also when that is complete. */
    void waitForOthersOf(ObservationImport.Upload upload) {
        RecordLocks.waitForOthersOf("import " + upload.key() + " of " + upload.caller(), getEntityManager());
    }

    /**
     * The import that the caller made with this key since the moment. An import of release 0.1.0 has no organisation, so its
     * subject alone must match; that shows nothing new, because a caller that may import sees all imports.
     */
    Optional<ObservationImport> findByKey(ObservationImport.Upload upload, Instant since) {
        return find(
                        "createdBy = ?1 and idempotencyKey = ?2 and createdAt > ?3"
                                + " and (organisation = ?4 or organisation is null) order by organisation nulls last",
                        upload.caller(),
                        upload.key(),
                        since,
                        upload.organisation())
                .firstResultOptional();
    }

    Optional<ObservationImport> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The oldest import that waits or whose lease has ended, and that no other worker is taking now. */
    Optional<ObservationImport> lockNext(Instant now) {
        List<UUID> ids = ScalarQuery.of(getEntityManager(), """
                    select id from observation_import
                    where status in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until < :now)
                    order by created_at, id limit 1 for update skip locked
                    """, UUID.class)
                .setParameter("now", now)
                .getResultList();
        return ids.stream().findFirst().map(this::findById);
    }

    void addChunk(UUID id, int number, byte[] content) {
        getEntityManager()
                .createNativeQuery(
                        "insert into import_chunk (import_id, number, content) values (:id, :number, :content)")
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("content", content)
                .executeUpdate();
    }

    Optional<byte[]> chunk(UUID id, int number) {
        List<byte[]> found = ScalarQuery.of(
                        getEntityManager(),
                        "select content from import_chunk where import_id = :id and number = :number",
                        byte[].class)
                .setParameter("id", id)
                .setParameter("number", number)
                .getResultList();
        return found.stream().findFirst();
    }

    void clearRows(UUID id) {
        clear("import_row", id);
    }

    void clearErrors(UUID id) {
        clear("import_error", id);
    }

    void clearFile(UUID id) {
        clear("import_chunk", id);
    }

    /** Removes an upload that did not complete. */
    void forget(UUID id) {
        clearFile(id);
        getEntityManager()
                .createNativeQuery("delete from observation_import where id = :id and status = 'UPLOADING'")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Uploads whose lease ended before the moment. */
    List<UUID> abandoned(Instant before) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select id from observation_import where status = 'UPLOADING' and lease_until < :before",
                        UUID.class)
                .setParameter("before", before)
                .getResultList();
    }

    private void clear(String table, UUID id) {
        getEntityManager()
                .createNativeQuery("delete from " + table + " where import_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
