package nl.doorlichting.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/** Documents of inventory reports: added while the report is open, visible to all callers that see the report. */
@ApplicationScoped
class DocumentService {
    private final InventoryReports reports;
    private final DocumentStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    DocumentService(InventoryReports reports, DocumentStore store, CurrentCaller caller, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    InventoryReportDocumentResponse create(UUID report, DocumentUpload<DocumentRequest> upload) {
        reports.refuseHidden(report);
        reports.holdOpen(report);
        var now = clock.instant();
        var document =
                new Document(Ids.next(now), report, upload, now, caller.get().subject());
        store.add(document, upload);
        return document.response();
    }

    @Transactional
    Page<InventoryReportDocumentResponse> page(UUID report, PageRequest request) {
        reports.refuseHidden(report);
        return store.page(Document.class, Document.owner(report), new Filter(), request)
                .map(Document::response);
    }

    @Transactional
    InventoryReportDocumentResponse get(UUID report, UUID id) {
        return find(report, id).response();
    }

    @Transactional
    Attachment content(UUID report, UUID id) {
        return store.attachment(find(report, id));
    }

    private Document find(UUID report, UUID id) {
        reports.refuseHidden(report);
        return store.find(Document.class, Document.owner(report), id).orElseThrow(ProblemException::notFound);
    }
}
