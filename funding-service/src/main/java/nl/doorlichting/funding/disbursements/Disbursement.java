package nl.doorlichting.funding.disbursements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A payment of an award: made by one person and released by another, or cancelled. Triggers keep its history
 * (tr_disbursement_kept) and mark the data set awards as changed (tr_disbursement_revision).
 */
@Entity
@DynamicUpdate
class Disbursement {
    @Id
    private UUID id;

    private UUID awardId;
    private String programme;
    private String organisationId;
    private String reference;

    @Enumerated(EnumType.STRING)
    private DisbursementStatus status;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private Integer instalment;
    private LocalDate dueOn;

    /** Orders a list: what has no day comes after all that have. */
    @Formula("coalesce(due_on, make_date(2200, 1, 1))")
    private LocalDate dueOnOrLast;

    private UUID budgetLineId;
    private int year;
    private UUID entryId;

    /** When it was released or cancelled; null while it waits. */
    private Instant endedAt;

    private String endedBy;
    private String reason;
    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Disbursement() {}

    /** The budget line is the award's. */
    Disbursement(
            UUID awardId,
            AwardBasis award,
            UUID budgetLineId,
            DisbursementRequest request,
            Instant createdAt,
            String createdBy) {
        this.id = Ids.next(createdAt);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.awardId = awardId;
        this.budgetLineId = budgetLineId;
        status = DisbursementStatus.RESERVED;
        programme = award.programme();
        organisationId = award.organisationId();
        year = request.year() == null ? award.year() : request.year();
        currency = request.amount().currency().getCurrencyCode();
        amount = request.amount().amount();
        instalment = request.instalment();
        dueOn = request.dueOn();
        reference = request.reference();
    }

    /** The award was given a line: what was released before has its entry there, null while it waits. */
    void charge(UUID line, UUID entry) {
        budgetLineId = line;
        entryId = entry;
    }

    /** It is due on this day, that of its part of the plan, unless its own was stated; null is none. */
    void fallDue(LocalDate day) {
        dueOn = dueOn == null ? day : dueOn;
    }

    void release(UUID entry, Instant now, String subject) {
        status = DisbursementStatus.RELEASED;
        entryId = entry;
        endedAt = now;
        endedBy = subject;
    }

    void cancel(String stated, Instant now, String subject) {
        status = DisbursementStatus.CANCELLED;
        reason = stated;
        endedAt = now;
        endedBy = subject;
    }

    /** Whether there is a line; an award of the first release may have had none when the payment was made. */
    boolean isCharged() {
        return budgetLineId != null;
    }

    boolean isReleased() {
        return status == DisbursementStatus.RELEASED;
    }

    BudgetCell cell() {
        return cell(budgetLineId);
    }

    /** As if it were charged to this line. */
    BudgetCell cell(UUID line) {
        return new BudgetCell(programme, line, year);
    }

    /** What a caller may do to it, where these subjects decided about its award, whose recipient may be gone. */
    ReleaseRules rules(Set<String> deciders, boolean recipientGone) {
        return new ReleaseRules(status, deciders, createdBy, isCharged() && !recipientGone);
    }

    Money amount() {
        return Money.euros(amount);
    }

    UUID id() {
        return id;
    }

    UUID awardId() {
        return awardId;
    }

    String organisationId() {
        return organisationId;
    }

    DisbursementResponse toResponse(List<String> allowedActions) {
        return new DisbursementResponse(
                id,
                awardId,
                programme,
                organisationId,
                reference,
                status,
                amount(),
                instalment,
                dueOn,
                budgetLineId,
                year,
                entryId,
                endedAt,
                endedBy,
                reason,
                createdAt,
                createdBy,
                "\"" + version + "\"",
                allowedActions);
    }
}
