package nl.doorlichting.funding.conditions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.awards.AwardSummary;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.DynamicUpdate;

/** A duty attached to an award (verplichting, Awb 4:37). */
@Entity
@DynamicUpdate
@Table(name = "award_condition")
class AwardCondition {
    @Id
    UUID id;

    @Column(name = "award_id")
    UUID awardId;

    @Column(name = "organisation_id")
    String organisationId;

    String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    String text;
    boolean enforceable;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "fulfilled_on")
    LocalDate fulfilledOn;

    String evidence;
    String source;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected AwardCondition() {}

    AwardCondition(AwardSummary award, ConditionRequest request, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.awardId = award.id();
        this.organisationId = award.organisationId();
        this.programme = award.programme();
        this.fundingInstrument = award.fundingInstrument();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    void change(ConditionRequest request) {
        text = request.text();
        enforceable = request.isEnforceable();
        dueOn = request.dueOn();
        fulfilledOn = request.fulfilledOn();
        evidence = request.evidence();
        source = request.source();
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
