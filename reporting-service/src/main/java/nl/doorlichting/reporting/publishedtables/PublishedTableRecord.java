package nl.doorlichting.reporting.publishedtables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A published table as stored. What was printed does not change, so nothing of it does. */
@Entity
@Table(name = "published_table")
class PublishedTableRecord {
    @Id
    private UUID id;

    private String programme;
    private String code;
    private String title;
    private String content;
    private String source;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected PublishedTableRecord() {}

    /** @param content the request as JSON */
    PublishedTableRecord(UUID id, PublishedTableRequest request, String content, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.code = request.code();
        this.title = request.title();
        this.content = content;
        this.source = request.source();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    String code() {
        return code;
    }

    String content() {
        return content;
    }

    PublishedTableResponse response(PublishedTableRequest table) {
        return PublishedTableResponse.from(id, table, createdAt, "\"" + version + "\"", List.of());
    }
}
