package nl.doorlichting.reporting.publishedtables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One version of a published table. Versions are added, and never changed apart from becoming public; one that is withdrawn
 * is the last.
 */
@Entity
@DynamicUpdate
@Table(name = "published_table")
@IdClass(PublishedTableRecord.Key.class)
class PublishedTableRecord {
    private static final String BETWEEN_CELLS = " | ";

    /** The table and the number of the version. */
    record Key(UUID id, Integer version) implements Serializable {}

    @Id
    private UUID id;

    @Id
    private Integer version;

    private String programme;
    private String code;
    private String title;
    private String content;
    private String source;
    private String reason;
    private boolean withdrawn;

    @Column(name = "created_at")
    private Instant recordedAt;

    @Column(name = "created_by")
    private String recordedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** For the persistence provider. */
    protected PublishedTableRecord() {}

    private PublishedTableRecord(UUID id, int version, PublishedTableRequest table, String content) {
        this.id = id;
        this.version = version;
        this.programme = table.programme();
        this.code = table.code();
        this.title = table.title();
        this.content = content;
        this.source = table.source();
    }

    /** @param content the request as JSON */
    static PublishedTableRecord first(UUID id, PublishedTableRequest table, String content) {
        return new PublishedTableRecord(id, 1, table, content);
    }

    /** The version that replaces this one. */
    PublishedTableRecord corrected(PublishedTableRequest table, String changed, String why) {
        var next = new PublishedTableRecord(id, version + 1, table, changed);
        next.reason = why;
        return next;
    }

    /** The last version. */
    PublishedTableRecord asWithdrawn(PublishedTableRequest table, String why) {
        var last = corrected(table, content, why);
        last.withdrawn = true;
        return last;
    }

    PublishedTableRecord recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    /** Makes this version public: what the catalogue shows of it. */
    CatalogueEntry publish(PublishedTableRequest table, Instant at, String by) {
        publishedAt = at;
        publishedBy = by;
        var text = new CatalogueEntry.Text(title, lines(table), List.of(table.unit()), "nl", source);
        return CatalogueEntry.general(CatalogueKind.PUBLISHED_TABLE, id, programme, text, at);
    }

    private static String lines(PublishedTableRequest table) {
        var head = Stream.concat(Stream.of(""), table.columns().stream().map(PublishedTableRequest.Column::label));
        var rows = table.rows().stream().map(row -> Stream.concat(Stream.of(row.label()), row.cells().stream()));
        return Stream.concat(Stream.of(head), rows)
                .map(cells -> cells.collect(Collectors.joining(BETWEEN_CELLS)))
                .collect(Collectors.joining("\n"));
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

    /** Who withdrew it, when and why; null unless it is withdrawn. */
    RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    /** Whether it was public at a moment. */
    boolean isPublished(Instant asOf) {
        return publishedAt != null && !publishedAt.isAfter(asOf);
    }

    PublishedTableResponse response(
            PublishedTableRequest table, boolean published, boolean correctionPending, List<String> allowedActions) {
        var etag = "\"" + version + (published ? "p" : "") + "\"";
        return PublishedTableResponse.from(
                id,
                table,
                reason,
                published,
                withdrawn,
                correctionPending,
                withdrawal(),
                version,
                recordedAt,
                recordedBy,
                etag,
                allowedActions);
    }
}
