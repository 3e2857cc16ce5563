package nl.doorlichting.platform.documents;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

/**
 * The documents of a service: a {@link StoredDocument} each, and the content in parts that are small enough to hold in
 * memory, in the table {@code document_part}. Both are in the database of the service, so that a backup has them
 * together with what refers to them. The service decides which documents a caller may add and see.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class DocumentStore {
    private static final int PART = 256 * 1024;
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    private final EntityManager entities;
    private final DocumentQuota quota;

    DocumentStore(EntityManager entities, DocumentQuota quota) {
        this.entities = entities;
        this.quota = quota;
    }

    /**
     * Stores a document with its content, in the present transaction; 409 when the documents of its owner would exceed
     * the quota. The caller has locked the row of the owner.
     */
    public void add(StoredDocument document, DocumentUpload<?> upload) {
        quota.refuseOver(stored(document), document.bytes());
        entities.persist(document);
        entities.flush();
        try (var content = Files.newInputStream(upload.content())) {
            var position = 0;
            for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                entities.createNativeQuery("insert into document_part (document_id, position, content)"
                                + " values (:id, :position, :part)")
                        .setParameter("id", document.id())
                        .setParameter("position", position++)
                        .setParameter("part", part)
                        .executeUpdate();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of the owner that pass the filter. */
    public <D extends StoredDocument> Page<D> page(
            Class<D> type, StoredDocument.Owner owner, Filter filter, PageRequest request) {
        return new Lists(entities).page(type, filter.equal(owner.field(), owner.id()), KEYS, request);
    }

    /** Empty when there is none or it belongs to another owner. */
    public <D extends StoredDocument> Optional<D> find(Class<D> type, StoredDocument.Owner owner, UUID id) {
        return Optional.ofNullable(entities.find(type, id))
                .filter(document -> document.owner().equals(owner));
    }

    /** The document as a download. Each part is a transaction of its own, so that a slow reader holds no connection. */
    public Attachment attachment(StoredDocument document) {
        var id = document.id();
        return new Attachment(
                document.fileName(),
                document.mediaType(),
                document.bytes(),
                document.sha256(),
                position -> QuarkusTransaction.requiringNew().call(() -> part(id, position)));
    }

    private Optional<byte[]> part(UUID id, int position) {
        List<byte[]> parts = ScalarQuery.of(
                        entities,
                        "select content from document_part where document_id = :id and position = :position",
                        byte[].class)
                .setParameter("id", id)
                .setParameter("position", position)
                .getResultList();
        return parts.stream().findFirst();
    }

    private DocumentQuota.Amount stored(StoredDocument document) {
        var owner = document.owner();
        return entities.createQuery(
                        "select count(d), coalesce(sum(d.bytes), 0L) from "
                                + document.getClass().getSimpleName() + " d where d." + owner.field() + " = :owner",
                        DocumentQuota.Amount.class)
                .setParameter("owner", owner.id())
                .getSingleResult();
    }
}
