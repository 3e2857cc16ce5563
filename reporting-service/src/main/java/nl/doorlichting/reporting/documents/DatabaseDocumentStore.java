package nl.doorlichting.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps documents in the service's own database, so that a backup has them together with what refers to them. */
@ApplicationScoped
class DatabaseDocumentStore implements DocumentStore {
    private static final int PART = 256 * 1024;

    private final EntityManager entities;

    DatabaseDocumentStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void store(UUID id, InputStream content) throws IOException {
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

    @Override
    public Optional<byte[]> part(UUID id, int position) {
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
