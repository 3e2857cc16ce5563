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

/** Why a section went back, said with the version that returned the report. */
@Entity
@Table(name = "inventory_report_remark")
@IdClass(InventoryReportRemark.Key.class)
class InventoryReportRemark {
    /** The version of the report, and which remark on it. */
    record Key(UUID reportId, Integer version, Integer position) implements Serializable {}

    @Id
    @Column(name = "report_id")
    UUID reportId;

    @Id
    Integer version;

    @Id
    Integer position;

    @Enumerated(EnumType.STRING)
    InventoryReportSection section;

    String remark;

    /** For the persistence provider. */
    protected InventoryReportRemark() {}

    InventoryReportRemark(InventoryReportVersion returned, int position, InventoryReportReturnRequest.Remark said) {
        this.reportId = returned.reportId;
        this.version = returned.version;
        this.position = position;
        this.section = said.section();
        this.remark = said.remark();
    }
}
