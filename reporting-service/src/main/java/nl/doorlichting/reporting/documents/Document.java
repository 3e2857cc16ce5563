package nl.doorlichting.reporting.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentUpload;

/** A document without its content, which is in the {@link DocumentStore}. Neither changes. */
@Entity
@Table(name = "document")
class Document {
    @Id
    private UUID id;

    @Column(name = "report_id")
    private UUID reportId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private long bytes;
    private String sha256;
    private String description;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Document() {}

    Document(UUID id, UUID reportId, DocumentUpload<DocumentRequest> upload, Instant createdAt, String createdBy) {
        this.id = id;
        this.reportId = reportId;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        description = upload.metadata().description();
        fileName = upload.fileName();
        mediaType = upload.format().mediaType();
        bytes = upload.bytes();
        sha256 = upload.sha256();
    }

    UUID id() {
        return id;
    }

    UUID reportId() {
        return reportId;
    }

    InventoryReportDocumentResponse response() {
        return new InventoryReportDocumentResponse(
                id,
                reportId,
                fileName,
                mediaType,
                bytes,
                sha256,
                description,
                InventoryReportDocumentResource.path(reportId, id) + "/content",
                createdAt,
                "\"" + version + "\"",
                List.of());
    }
}
