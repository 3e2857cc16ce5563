package nl.doorlichting.reporting.inventoryrounds;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.OwnRecords;

/** A research round that visits projects and records their results. The trigger tr_inventory_round_kept keeps its history. */
@Entity
@Table(name = "inventory_round")
class InventoryRound {
    @Id
    private UUID id;

    private String programme;
    private String code;
    private String name;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    private String method;
    private String researcher;

    @Column(name = "researcher_organisation_id")
    private String researcherOrganisationId;

    private String source;
    private String note;

    @Embedded
    private RecordCorrection correction;

    @Embedded
    private RecordWithdrawal withdrawal;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected InventoryRound() {}

    InventoryRound(UUID id, InventoryRoundRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        state(request);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    private void state(InventoryRoundRequest request) {
        code = request.code();
        name = request.name();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        method = request.method();
        researcher = request.researcher();
        researcherOrganisationId = request.researcherOrganisationId();
        source = request.source();
        note = request.note();
    }

    /** Changes all that is named but the programme, for a reason. */
    void correct(InventoryRoundRequest request, RecordCorrection why) {
        state(request);
        correction = why;
    }

    /** The present content, to which a correction applies; 409 when it is withdrawn. */
    InventoryRoundRequest content(List<UUID> projects) {
        RecordWithdrawal.refuse(withdrawal);
        return new InventoryRoundRequest(
                programme, code, name, period(), method, researcher, researcherOrganisationId, projects, source, note);
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    /** 409 when it is withdrawn already. */
    void withdraw(RecordWithdrawal why) {
        RecordWithdrawal.refuse(withdrawal);
        withdrawal = why;
    }

    boolean stands() {
        return withdrawal == null;
    }

    InventoryRoundResponse response(List<UUID> projects, OwnRecords caller) {
        return new InventoryRoundResponse(
                id,
                programme,
                code,
                name,
                period(),
                method,
                researcher,
                researcherOrganisationId,
                projects,
                source,
                note,
                createdAt,
                createdBy,
                correction,
                withdrawal,
                "\"" + version + "\"",
                stands() ? caller.actions(ReportingAccess.WRITE_INVENTORIES, "corrections", "withdrawal") : List.of());
    }
}
