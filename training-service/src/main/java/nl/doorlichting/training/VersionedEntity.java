package nl.doorlichting.training;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An entity with an id, when and by whom it was recorded, and a version, which is its ETag. */
@MappedSuperclass
public abstract class VersionedEntity {
    @Id
    private UUID id;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected VersionedEntity() {}

    protected VersionedEntity(UUID id, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Subject of the account. */
    public String createdBy() {
        return createdBy;
    }

    /** Grows with each change. */
    public int version() {
        return version;
    }

    public String etag() {
        return "\"" + version + "\"";
    }

    protected void replaceCreator(String name) {
        createdBy = name;
    }

    /** For a change that a function of the database makes. */
    protected void countVersion() {
        version++;
    }
}
