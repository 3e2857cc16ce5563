package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of documents, in parts that are small enough to hold. It is in the service's own database, so that a
 * backup has it together with what refers to it. Content never changes.
 */
@ApplicationScoped
class DocumentContentService {
    private static final int PART = 256 * 1024;

    private final EntityManager entities;

    DocumentContentService(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores the content in the transaction at hand. */
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

    /**
     * The part at this position, from 0 on; empty beyond the last. Each part is read in a transaction of its own, so
     * that a slow reader holds no connection to the database.
     */
    @Transactional
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
