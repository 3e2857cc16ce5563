package nl.doorlichting.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.documents.DocumentQuota;
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
    private final DocumentRepository documents;
    private final InventoryReports reports;
    private final DocumentStore store;
    private final DocumentQuota quota;
    private final CurrentCaller caller;
    private final Clock clock;

    DocumentService(
            DocumentRepository documents,
            InventoryReports reports,
            DocumentStore store,
            DocumentQuota quota,
            CurrentCaller caller,
            Clock clock) {
        this.documents = documents;
        this.reports = reports;
        this.store = store;
        this.quota = quota;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    InventoryReportDocumentResponse create(UUID report, DocumentUpload<DocumentRequest> upload) {
        refuseUnseen(report);
        reports.holdOpen(report);
        quota.refuseOver(documents.stored(report), upload.bytes());
        var now = clock.instant();
        var document =
                new Document(Ids.next(now), report, upload, now, caller.get().subject());
        documents.persistAndFlush(document);
        store(document.id(), upload);
        return document.response();
    }

    private void store(UUID id, DocumentUpload<DocumentRequest> upload) {
        try (var content = Files.newInputStream(upload.content())) {
            store.store(id, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Transactional
    Page<InventoryReportDocumentResponse> page(UUID report, PageRequest request) {
        refuseUnseen(report);
        return documents.page(new Filter().equal("reportId", report), request).map(Document::response);
    }

    @Transactional
    InventoryReportDocumentResponse get(UUID report, UUID id) {
        refuseUnseen(report);
        return documents
                .findByIdOptional(id)
                .filter(document -> document.reportId().equals(report))
                .map(Document::response)
                .orElseThrow(ProblemException::notFound);
    }

    /** One part of the content. Each is a transaction of its own, so that a slow reader holds no connection. */
    @Transactional
    Optional<byte[]> part(UUID id, int position) {
        return store.part(id, position);
    }

    private void refuseUnseen(UUID report) {
        if (!reports.shows(report)) {
            throw ProblemException.notFound();
        }
    }
}
