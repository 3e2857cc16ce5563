package nl.doorlichting.funding.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "award_id")
    UUID awardId;

    @Column(name = "organisation_id")
    String organisationId;

    @Enumerated(EnumType.STRING)
    DocumentCategory category;

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

    Document(
            UUID id,
            DocumentParent parent,
            DocumentCategory category,
            DocumentUpload<DocumentRequest> upload,
            Instant createdAt,
            String createdBy) {
        this.id = id;
        this.category = category;
        this.applicationId = parent.kind() == DocumentParent.Kind.APPLICATION ? parent.id() : null;
        this.awardId = parent.kind() == DocumentParent.Kind.AWARD ? parent.id() : null;
        this.organisationId = parent.organisationId();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        describe(upload);
    }

    private void describe(DocumentUpload<DocumentRequest> upload) {
        description = upload.metadata().description();
        fileName = upload.fileName();
        mediaType = upload.format().mediaType();
        bytes = upload.bytes();
        sha256 = upload.sha256();
    }

    boolean isOf(DocumentParent parent) {
        return parent.id().equals(parent.kind() == DocumentParent.Kind.APPLICATION ? applicationId : awardId);
    }
}
