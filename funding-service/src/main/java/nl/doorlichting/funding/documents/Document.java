package nl.doorlichting.funding.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentUpload;

/** What is known of a document. {@link DocumentContentService} has its content. Neither ever changes. */
@Entity
@Table(name = "document")
class Document {
    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "award_id")
    private UUID awardId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private DocumentCategory category;

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
        description = upload.metadata().description();
        fileName = upload.fileName();
        mediaType = upload.format().mediaType();
        bytes = upload.bytes();
        sha256 = upload.sha256();
    }

    UUID id() {
        return id;
    }

    boolean isOf(DocumentParent parent) {
        return parent.id().equals(parent.kind() == DocumentParent.Kind.APPLICATION ? applicationId : awardId);
    }

    FundingDocumentResponse toResponse(DocumentParent parent) {
        return new FundingDocumentResponse(
                id,
                applicationId,
                awardId,
                organisationId,
                category,
                fileName,
                mediaType,
                bytes,
                sha256,
                description,
                parent.documents() + "/" + id + "/content",
                createdAt,
                "\"" + version + "\"",
                List.of());
    }
}
