package nl.doorlichting.funding.conditions;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/** A duty attached to an award (verplichting, Awb 4:37). The trigger tr_award_condition_kept keeps its history. */
@Entity
@DynamicUpdate
class AwardCondition {
    @Id
    private UUID id;

    private UUID awardId;
    private String organisationId;
    private String programme;

    @Formula("(select a.number from award a where a.id = award_id)")
    private String awardNumber;

    /** Also of a withdrawn grant, which is stored as revoked. */
    @Formula("(select a.status = 'REVOKED' from award a where a.id = award_id)")
    private boolean awardRevoked;

    @Enumerated(EnumType.STRING)
    private FundingInstrument fundingInstrument;

    private String text;
    private boolean enforceable;
    private LocalDate dueOn;

    /** Orders a list: what has no day comes after all that have. */
    @Formula("coalesce(due_on, make_date(2200, 1, 1))")
    private LocalDate dueOnOrLast;

    private LocalDate fulfilledOn;
    private String evidence;
    private String source;
    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected AwardCondition() {}

    AwardCondition(UUID awardId, AwardBasis award, ConditionRequest request, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.awardId = awardId;
        this.organisationId = award.organisationId();
        this.programme = award.programme();
        this.awardNumber = award.number();
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

    /** What a request that changes it starts from. */
    ConditionRequest toRequest() {
        return new ConditionRequest(text, enforceable, dueOn, fulfilledOn, evidence, source);
    }

    ConditionResponse toResponse(LocalDate today, List<String> allowedActions) {
        return new ConditionResponse(
                id,
                awardId,
                programme,
                organisationId,
                awardNumber,
                text,
                enforceable,
                ConditionStatus.of(awardRevoked, enforceable, dueOn, fulfilledOn, today),
                fulfilledOn != null,
                dueOn,
                fulfilledOn,
                evidence,
                source,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
