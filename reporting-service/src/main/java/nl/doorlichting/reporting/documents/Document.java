package nl.doorlichting.reporting.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentUpload;

/** What is known of a document; its content is in a {@link DocumentStore}. Neither ever changes. */
@Entity
@Table(name = "document")
class Document {
    @Id
    UUID id;

    @Column(name = "report_id")
    UUID reportId;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    long bytes;
    String sha256;
    String description;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

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
}
