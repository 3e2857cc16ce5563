package nl.doorlichting.reporting.inventoryreports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Why a section is returned; a remark belongs to the version that returned the report. */
@Entity
@Table(name = "inventory_report_remark")
@IdClass(InventoryReportRemark.Key.class)
class InventoryReportRemark {
    /** The version of the report, and the position of the remark. */
    record Key(UUID reportId, Integer version, Integer position) implements Serializable {}

    @Id
    @Column(name = "report_id")
    private UUID reportId;

    @Id
    private Integer version;

    @Id
    private Integer position;

    @Enumerated(EnumType.STRING)
    private InventoryReportSection section;

    private String remark;

    /** For the persistence provider. */
    protected InventoryReportRemark() {}

    InventoryReportRemark(InventoryReportVersion returned, int position, InventoryReportReturnRequest.Remark stated) {
        this.reportId = returned.reportId();
        this.version = returned.version();
        this.position = position;
        this.section = stated.section();
        this.remark = stated.remark();
    }

    UUID reportId() {
        return reportId;
    }

    int version() {
        return version;
    }

    InventoryReportSection section() {
        return section;
    }

    String text() {
        return remark;
    }
}
