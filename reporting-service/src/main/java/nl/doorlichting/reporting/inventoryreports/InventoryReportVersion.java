package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.InventoryReportState;

/** Content and state of a report after one step. Versions are added and never changed. */
@Entity
@Table(name = "inventory_report_version")
@IdClass(InventoryReportVersion.Key.class)
class InventoryReportVersion {
    /** The report and the number of the version. */
    record Key(UUID reportId, Integer version) implements Serializable {}

    @Id
    @Column(name = "report_id")
    private UUID reportId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Enumerated(EnumType.STRING)
    private InventoryReportAction step;

    @Enumerated(EnumType.STRING)
    private InventoryReportState state;

    private String reason;
    private String content;

    /** For the persistence provider. */
    protected InventoryReportVersion() {}

    InventoryReportVersion(InventoryReport report, InventoryReportAction step, String reason, String recordedBy) {
        this.reportId = report.id();
        this.version = report.version();
        this.step = step;
        this.state = report.state();
        this.reason = reason;
        this.content = report.content();
        this.recordedAt = report.recordedAt();
        this.recordedBy = recordedBy;
    }

    /** A moment of the report's way, null when this version is from before it. */
    Instant ifReached(Instant moment) {
        return moment == null || moment.isAfter(recordedAt) ? null : moment;
    }

    UUID reportId() {
        return reportId;
    }

    int version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    InventoryReportState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    String content() {
        return content;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
