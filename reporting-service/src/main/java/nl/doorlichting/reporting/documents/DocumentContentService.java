package nl.doorlichting.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives out content part by part, each in a transaction of its own: a slow reader holds nothing of the database. */
@ApplicationScoped
class DocumentContentService {
    private final DocumentStore store;

    DocumentContentService(DocumentStore store) {
        this.store = store;
    }

    @Transactional
    Optional<byte[]> part(UUID id, int position) {
        return store.part(id, position);
    }
}
