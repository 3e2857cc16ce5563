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

/** What a report said and was after one step; only ever added. */
@Entity
@Table(name = "inventory_report_version")
@IdClass(InventoryReportVersion.Key.class)
class InventoryReportVersion {
    /** The report, and which version of it. */
    record Key(UUID reportId, Integer version) implements Serializable {}

    @Id
    @Column(name = "report_id")
    UUID reportId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Enumerated(EnumType.STRING)
    InventoryReportStep step;

    @Enumerated(EnumType.STRING)
    InventoryReportState state;

    String reason;
    String content;

    /** For the persistence provider. */
    protected InventoryReportVersion() {}

    InventoryReportVersion(
            InventoryReport report, InventoryReportStep step, String reason, Instant recordedAt, String recordedBy) {
        this.reportId = report.id;
        this.version = report.version;
        this.step = step;
        this.state = report.state;
        this.reason = reason;
        this.content = report.content;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }
}
