package nl.doorlichting.reporting.publishedtables;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublishedVersion;
import org.hibernate.annotations.DynamicUpdate;

/** One version of a published table. */
@Entity
@DynamicUpdate
@Table(name = "published_table")
@AttributeOverride(name = "recordedAt", column = @Column(name = "created_at"))
@AttributeOverride(name = "recordedBy", column = @Column(name = "created_by"))
class PublishedTableRecord extends PublishedVersion {
    private static final String BETWEEN_CELLS = " | ";

    private String title;
    private String source;

    /** For the persistence provider. */
    protected PublishedTableRecord() {}

    PublishedTableRecord(UUID id, int version, PublishedTableRequest table, String content) {
        super(id, version, table, content);
        this.title = table.title();
        this.source = table.source();
    }

    CatalogueEntry catalogueEntry(PublishedTableRequest table) {
        var text = new CatalogueEntry.Text(title, lines(table), List.of(table.unit()), table.language(), source);
        return CatalogueEntry.general(CatalogueKind.PUBLISHED_TABLE, id(), programme(), text, publishedAt());
    }

    private static String lines(PublishedTableRequest table) {
        var head = Stream.concat(Stream.of(""), table.columns().stream().map(PublishedTableRequest.Column::label));
        var rows = table.rows().stream().map(row -> Stream.concat(Stream.of(row.label()), row.cells().stream()));
        return Stream.concat(Stream.of(head), rows)
                .map(cells -> cells.collect(Collectors.joining(BETWEEN_CELLS)))
                .collect(Collectors.joining("\n"));
    }

    PublishedTableResponse response(
            PublishedTableRequest table,
            boolean published,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        return PublishedTableResponse.from(
                id(),
                table,
                reason(),
                published,
                isWithdrawn(),
                correctionPending,
                rejected,
                withdrawal(),
                version(),
                recordedAt(),
                recordedBy(),
                etag(published),
                allowedActions);
    }
}
