package nl.doorlichting.reporting.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.records.RecordWithdrawal;

/**
 * One version of a record of a text. Versions are added, and never changed apart from becoming public; one that is withdrawn
 * is the last.
 */
@MappedSuperclass
@IdClass(PublishedVersion.Key.class)
public abstract class PublishedVersion {
    /** The record and the number of the version. */
    public record Key(UUID id, Integer version) implements Serializable {}

    /** What a version states, stored as JSON. */
    public interface Content {
        String programme();

        String code();

        /** Null for Dutch. */
        String language();
    }

    @Id
    private UUID id;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;
    private String programme;
    private String code;
    private String content;
    private boolean withdrawn;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** For the persistence provider. */
    protected PublishedVersion() {}

    protected PublishedVersion(UUID id, int version, Content stated, String content) {
        this.id = id;
        this.version = version;
        this.programme = stated.programme();
        this.code = stated.code();
        this.content = content;
    }

    void because(String why) {
        reason = why;
    }

    void end() {
        withdrawn = true;
    }

    void record(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
    }

    void publish(Instant at, String by) {
        publishedAt = at;
        publishedBy = by;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public String reason() {
        return reason;
    }

    public String programme() {
        return programme;
    }

    public String code() {
        return code;
    }

    public String content() {
        return content;
    }

    /** Who withdrew it, when and why; null unless it is withdrawn. */
    public RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    /** Whether it was public at a moment. */
    boolean isPublished(Instant asOf) {
        return isPublished() && !publishedAt.isAfter(asOf);
    }

    protected Instant publishedAt() {
        return publishedAt;
    }

    public String etag(boolean published) {
        return "\"" + version + (published ? "p" : "") + "\"";
    }
}
