package nl.doorlichting.reporting.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentUpload;
import nl.doorlichting.platform.documents.StoredDocument;

/** A document of an inventory report. */
@Entity
@Table(name = "document")
class Document extends StoredDocument {
    @Column(name = "report_id")
    private UUID reportId;

    /** For the persistence provider. */
    protected Document() {}

    Document(UUID id, UUID reportId, DocumentUpload<DocumentRequest> upload, Instant createdAt, String createdBy) {
        super(id, upload, upload.metadata().description(), createdAt, createdBy);
        this.reportId = reportId;
    }

    static Owner owner(UUID report) {
        return new Owner("reportId", report);
    }

    @Override
    protected Owner owner() {
        return owner(reportId);
    }

    InventoryReportDocumentResponse response() {
        return new InventoryReportDocumentResponse(
                id(),
                reportId,
                fileName(),
                mediaType(),
                bytes(),
                sha256(),
                description(),
                InventoryReportDocumentResource.path(reportId, id()) + "/content",
                createdAt(),
                etag(),
                List.of());
    }
}
