package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.documents.DocumentQuota;
import nl.doorlichting.platform.documents.DocumentUpload;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

@ApplicationScoped
class DocumentService {
    private final DocumentRepository documents;
    private final DocumentParents parents;
    private final DocumentStore store;
    private final DocumentQuota quota;
    private final CurrentCaller caller;
    private final Clock clock;

    DocumentService(
            DocumentRepository documents,
            DocumentParents parents,
            DocumentStore store,
            DocumentQuota quota,
            CurrentCaller caller,
            Clock clock) {
        this.documents = documents;
        this.parents = parents;
        this.store = store;
        this.quota = quota;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    FundingDocumentResponse create(DocumentParent.Kind kind, UUID parentId, DocumentUpload<DocumentRequest> upload) {
        var parent = parents.hold(kind, parentId);
        var category = DocumentRules.categoryOf(parent, upload.metadata().category(), caller.get());
        quota.refuseOver(documents.stored(kind.field(), parentId), upload.bytes());
        var now = clock.instant();
        var document = new Document(
                Ids.next(now), parent, category, upload, now, caller.get().subject());
        documents.persistAndFlush(document);
        store(document.id, upload);
        return FundingDocumentResponse.from(document, parent);
    }

    private void store(UUID id, DocumentUpload<DocumentRequest> upload) {
        try (var content = Files.newInputStream(upload.content())) {
            store.store(id, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Transactional
    Page<FundingDocumentResponse> page(
            DocumentParent.Kind kind, UUID parentId, DocumentCategory category, PageRequest request) {
        var parent = parents.find(kind, parentId);
        var filter = new Filter().equal(kind.field(), parentId).equal("category", category);
        return documents.page(filter, request).map(document -> FundingDocumentResponse.from(document, parent));
    }

    @Transactional
    FundingDocumentResponse get(DocumentParent.Kind kind, UUID parentId, UUID id) {
        var parent = parents.find(kind, parentId);
        return documents
                .findByIdOptional(id)
                .filter(document -> document.isOf(parent))
                .map(document -> FundingDocumentResponse.from(document, parent))
                .orElseThrow(ProblemException::notFound);
    }
}
