package nl.doorlichting.reporting.inventoryrounds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;

/** A research round in which projects are visited and their results written down. */
@Entity
@Table(name = "inventory_round")
class InventoryRound {
    @Id
    UUID id;

    String programme;
    String code;
    String name;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    String method;
    String researcher;

    @Column(name = "researcher_organisation_id")
    String researcherOrganisationId;

    String source;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected InventoryRound() {}

    InventoryRound(UUID id, InventoryRoundRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.code = request.code();
        this.name = request.name();
        this.periodFrom = request.period().from();
        this.periodUntil = request.period().until();
        this.method = request.method();
        this.researcher = request.researcher();
        this.researcherOrganisationId = request.researcherOrganisationId();
        this.source = request.source();
        this.note = request.note();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }
}
