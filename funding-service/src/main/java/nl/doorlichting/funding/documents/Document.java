package nl.doorlichting.funding.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentUpload;
import nl.doorlichting.platform.documents.StoredDocument;
import org.hibernate.annotations.DynamicUpdate;

/** A document of an application or an award. */
@Entity
@Table(name = "document")
@DynamicUpdate
class Document extends StoredDocument {
    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "award_id")
    private UUID awardId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private DocumentCategory category;

    /** When its applicant removed it from a draft; null while it is there. */
    @Column(name = "removed_at")
    private Instant removedAt;

    @Column(name = "removed_by")
    private String removedBy;

    /** For the persistence provider. */
    protected Document() {}

    Document(
            UUID id,
            DocumentParent parent,
            DocumentCategory category,
            DocumentUpload<?> upload,
            String description,
            Instant createdAt,
            String createdBy) {
        super(id, upload, description, createdAt, createdBy);
        this.category = category;
        this.applicationId = parent.kind() == DocumentParent.Kind.APPLICATION ? parent.id() : null;
        this.awardId = parent.kind() == DocumentParent.Kind.AWARD ? parent.id() : null;
        this.organisationId = parent.organisationId();
    }

    @Override
    protected Owner owner() {
        return applicationId == null
                ? DocumentParent.Kind.AWARD.owner(awardId)
                : DocumentParent.Kind.APPLICATION.owner(applicationId);
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    void remove(Instant at, String by) {
        removedAt = at;
        removedBy = by;
    }

    FundingDocumentResponse toResponse(DocumentParent parent, List<String> allowedActions) {
        return new FundingDocumentResponse(
                id(),
                applicationId,
                awardId,
                organisationId,
                category,
                fileName(),
                mediaType(),
                bytes(),
                sha256(),
                description(),
                parent.documents() + "/" + id() + "/content",
                createdAt(),
                createdBy(),
                removedAt,
                etag(),
                allowedActions);
    }
}
