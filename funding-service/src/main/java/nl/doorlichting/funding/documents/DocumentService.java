package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.documents.Attachment;
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
    private final DocumentContentService contents;
    private final DocumentQuota quota;
    private final CurrentCaller caller;
    private final Clock clock;

    DocumentService(
            DocumentRepository documents,
            DocumentContentService contents,
            DocumentQuota quota,
            CurrentCaller caller,
            Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.quota = quota;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    FundingDocumentResponse create(DocumentParent.Kind kind, UUID parentId, DocumentUpload<DocumentRequest> upload) {
        var parent = documents.holdParent(kind, parentId);
        var category = DocumentRules.categoryOf(parent, upload.metadata().category(), caller.get());
        quota.refuseOver(documents.stored(kind.field(), parentId), upload.bytes());
        var now = clock.instant();
        var document = new Document(
                Ids.next(now), parent, category, upload, now, caller.get().subject());
        documents.persistAndFlush(document);
        store(document.id(), upload);
        return document.toResponse(parent);
    }

    private void store(UUID id, DocumentUpload<DocumentRequest> upload) {
        try (var content = Files.newInputStream(upload.content())) {
            contents.store(id, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Transactional
    Page<FundingDocumentResponse> page(
            DocumentParent.Kind kind, UUID parentId, DocumentCategory category, PageRequest request) {
        var parent = documents.parent(kind, parentId);
        var filter = new Filter().equal(kind.field(), parentId).equal("category", category);
        return documents.page(filter, request).map(document -> document.toResponse(parent));
    }

    @Transactional
    FundingDocumentResponse get(DocumentParent.Kind kind, UUID parentId, UUID id) {
        var parent = documents.parent(kind, parentId);
        return documents
                .findByIdOptional(id)
                .filter(document -> document.isOf(parent))
                .map(document -> document.toResponse(parent))
                .orElseThrow(ProblemException::notFound);
    }

    /** The document as a download, which is read part by part. */
    @Transactional
    Attachment content(DocumentParent.Kind kind, UUID parentId, UUID id) {
        var document = get(kind, parentId, id);
        return new Attachment(
                document.fileName(),
                document.mediaType(),
                document.bytes(),
                document.sha256(),
                position -> contents.part(id, position));
    }
}
