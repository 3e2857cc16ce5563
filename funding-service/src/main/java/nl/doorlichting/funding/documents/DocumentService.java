package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.documents.Attachment;
import nl.doorlichting.platform.documents.DocumentStore;
import nl.doorlichting.platform.documents.DocumentUpload;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

@ApplicationScoped
class DocumentService {
    private final DocumentParentRepository parents;
    private final DocumentStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    DocumentService(DocumentParentRepository parents, DocumentStore store, CurrentCaller caller, Clock clock) {
        this.parents = parents;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    <M extends Record & DocumentRequest> FundingDocumentResponse create(
            DocumentParent.Kind kind, UUID parentId, DocumentUpload<M> upload) {
        var parent = parents.lock(kind, parentId);
        var stated = upload.metadata().category();
        var category = DocumentRules.categoryOf(
                parent, stated == null ? null : DocumentCategory.valueOf(stated), caller.get());
        var now = clock.instant();
        var document = new Document(
                Ids.next(now),
                parent,
                category,
                upload,
                upload.metadata().description(),
                now,
                caller.get().subject());
        store.add(document, upload);
        return shown(document, parent);
    }

    @Transactional
    Page<FundingDocumentResponse> page(
            DocumentParent.Kind kind, UUID parentId, DocumentCategory category, PageRequest request) {
        var parent = parents.find(kind, parentId);
        return store.page(
                        Document.class,
                        parent.owner(),
                        new Filter().equal("category", category).where("e.removedAt is null"),
                        request)
                .map(document -> shown(document, parent));
    }

    @Transactional
    FundingDocumentResponse get(DocumentParent.Kind kind, UUID parentId, UUID id) {
        var parent = parents.find(kind, parentId);
        return shown(find(parent, id), parent);
    }

    @Transactional
    Attachment content(DocumentParent.Kind kind, UUID parentId, UUID id) {
        return store.attachment(find(parents.find(kind, parentId), id));
    }

    private Document find(DocumentParent parent, UUID id) {
        return store.find(Document.class, parent.owner(), id)
                .filter(document -> !document.isRemoved())
                .orElseThrow(ProblemException::notFound);
    }

    /** Removes a document that is not submitted yet. What it held stays stored, and is shown no more. */
    @Transactional
    FundingDocumentResponse remove(UUID applicationId, UUID id) {
        var parent = parents.lock(DocumentParent.Kind.APPLICATION, applicationId);
        if (!caller.get().belongsTo(parent.organisationId())) {
            throw ProblemException.notFound();
        }
        var document = find(parent, id);
        DocumentRules.refuseRemoval(document, parent);
        document.remove(clock.instant(), caller.get().subject());
        return shown(document, parent);
    }

    private FundingDocumentResponse shown(Document document, DocumentParent parent) {
        var removable = !document.isRemoved()
                && DocumentRules.isRemovable(document, parent)
                && caller.get().belongsTo(parent.organisationId());
        return document.toResponse(parent, removable ? List.of("removal") : List.of());
    }
}
