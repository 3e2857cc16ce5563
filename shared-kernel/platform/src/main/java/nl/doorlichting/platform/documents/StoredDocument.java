package nl.doorlichting.platform.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A document of a service without its content, which is in the {@link DocumentStore}. Neither changes. The entity of a
 * service adds what the document belongs to.
 */
@MappedSuperclass
public abstract class StoredDocument {

    /**
     * What a document belongs to. The quota limits the documents of one owner together.
     *
     * @param field field of the entity that holds the id
     */
    public record Owner(String field, UUID id) {}

    @Id
    private UUID id;

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
    protected StoredDocument() {}

    protected StoredDocument(
            UUID id, DocumentUpload<?> upload, String description, Instant createdAt, String createdBy) {
        this.id = id;
        this.fileName = upload.fileName();
        this.mediaType = upload.format().mediaType();
        this.bytes = upload.bytes();
        this.sha256 = upload.sha256();
        this.description = description;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    protected abstract Owner owner();

    public UUID id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long bytes() {
        return bytes;
    }

    public String sha256() {
        return sha256;
    }

    public String description() {
        return description;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public String etag() {
        return "\"" + version + "\"";
    }
}
