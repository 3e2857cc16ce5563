package nl.doorlichting.funding.reclaims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A claim for what was paid of an award without right to it (terugvordering, Awb 4:57). The trigger tr_reclaim_kept
 * keeps its history.
 */
@Entity
@DynamicUpdate
class Reclaim {
    @Id
    private UUID id;

    private UUID awardId;

    /** That of its award. */
    @Formula("(select a.programme from award a where a.id = award_id)")
    private String programme;

    private String organisationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private LocalDate dueOn;

    /** Orders a list: what has no day comes after all that have. */
    @Formula("coalesce(due_on, make_date(2200, 1, 1))")
    private LocalDate dueOnOrLast;

    private String reasons;
    private Instant createdAt;
    private String createdBy;
    /** Null while what was claimed first stands. */
    private BigDecimal correctedAmount;

    /** Orders a list. */
    @Formula("coalesce(corrected_amount, amount)")
    private BigDecimal standingAmount;

    private BigDecimal received = BigDecimal.ZERO;

    /** Number of its receipts when it was read, those of nothing any more included. */
    @Formula("(select count(*) from reclaim_receipt r where r.reclaim_id = id)")
    private long receipts;

    private Instant cancelledAt;
    private String cancelledBy;
    private String cancellationReason;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Reclaim() {}

    Reclaim(UUID awardId, AwardBasis award, ReclaimRequest request, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.awardId = awardId;
        this.programme = award.programme();
        this.organisationId = award.organisationId();
        this.currency = request.amount().currency().getCurrencyCode();
        this.amount = request.amount().amount();
        this.dueOn = request.dueOn();
        this.reasons = request.reasons();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Takes over what a corrected request has; 409 when less is claimed than came back. */
    void change(ReclaimRequest request) {
        refuseCancelled();
        if (request.amount().amount().compareTo(received) < 0) {
            throw ProblemException.invalidState(Text.of("reclaim.received", received), actions());
        }
        if (StrictJson.isUnchanged(toRequest(), request)) {
            return;
        }
        correctedAmount = request.amount().amount();
        dueOn = request.dueOn();
        reasons = request.reasons();
    }

    /** Cancels it; 409 when something of it came back. */
    void cancel(String reason, Instant at, String by) {
        refuseCancelled();
        if (received.signum() > 0) {
            throw ProblemException.invalidState(Text.of("reclaim.received", received), actions());
        }
        cancelledAt = at;
        cancelledBy = by;
        cancellationReason = reason;
    }

    /** So much of it came back; 409 with what is left to receive. */
    void receive(Money part) {
        refuseCancelled();
        var left = outstanding();
        if (part.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("receipt.more-than-outstanding", left.amount()),
                    Map.of("left", left, "allowed", actions()));
        }
        received = received.add(part.amount());
    }

    /** A receipt of it was wrong by so much; 409 with what is left to receive. */
    void correctReceipt(Money difference) {
        if (difference.isNegative()) {
            received = received.add(difference.amount());
            return;
        }
        receive(difference);
    }

    private void refuseCancelled() {
        if (cancelledAt != null) {
            throw ProblemException.invalidState(Text.of("reclaim.cancelled"), List.of());
        }
    }

    private Money outstanding() {
        return Money.euros(cancelledAt == null ? standing().subtract(received) : BigDecimal.ZERO);
    }

    /** What can be done with it in its state. */
    List<String> actions() {
        if (cancelledAt != null) {
            return List.of();
        }
        var actions = new ArrayList<>(List.of("update"));
        if (received.compareTo(standing()) < 0) {
            actions.add("receipts");
        }
        if (receipts > 0 || received.signum() > 0) {
            actions.add("receipt-corrections");
        }
        if (received.signum() == 0) {
            actions.add("cancellation");
        }
        return actions;
    }

    UUID id() {
        return id;
    }

    String organisationId() {
        return organisationId;
    }

    String etag() {
        return "\"" + version + "\"";
    }

    /** What a request that corrects it starts from. */
    ReclaimRequest toRequest() {
        return new ReclaimRequest(amount(), dueOn, reasons);
    }

    Money amount() {
        return Money.euros(standing());
    }

    private BigDecimal standing() {
        return correctedAmount == null ? amount : correctedAmount;
    }

    ReclaimResponse toResponse(List<ReclaimReceipt> receipts, List<String> allowedActions) {
        return new ReclaimResponse(
                id,
                awardId,
                programme,
                organisationId,
                amount(),
                Money.euros(received),
                outstanding(),
                dueOn,
                reasons,
                receipts.stream().map(ReclaimReceipt::toResponse).toList(),
                cancelledAt,
                cancelledBy,
                cancellationReason,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
