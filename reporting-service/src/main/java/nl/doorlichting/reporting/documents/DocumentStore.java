package nl.doorlichting.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores the content of documents in the database of the service, so that a backup has it together with what refers to it.
 * Content never changes.
 */
@ApplicationScoped
class DocumentStore {
    private static final int PART = 256 * 1024;

    private final EntityManager entities;

    DocumentStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores the content in parts, in the present transaction. */
    void store(UUID id, InputStream content) throws IOException {
        var position = 0;
        for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            entities.createNativeQuery(
                            "insert into document_part (document_id, position, content) values (:id, :position, :part)")
                    .setParameter("id", id)
                    .setParameter("position", position++)
                    .setParameter("part", part)
                    .executeUpdate();
        }
    }

    /** The part at this position, from 0 on; empty beyond the last. */
    Optional<byte[]> part(UUID id, int position) {
        @SuppressWarnings("unchecked")
        List<byte[]> parts = entities.createNativeQuery(
                        "select content from document_part where document_id = :id and position = :position",
                        byte[].class)
                .setParameter("id", id)
                .setParameter("position", position)
                .getResultList();
        return parts.stream().findFirst();
    }
}
