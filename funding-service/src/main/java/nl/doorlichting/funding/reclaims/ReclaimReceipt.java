package nl.doorlichting.funding.reclaims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What came back of a claim (ontvangst). Never changed: a correction is a row of its own, with the difference. */
@Entity
@Immutable
class ReclaimReceipt {
    @Id
    private UUID id;

    private UUID reclaimId;
    private String organisationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private LocalDate receivedOn;
    private String reference;

    /** The entry by which the budget had it already; null where the receipt booked it. */
    private UUID correctionId;

    /** The receipt that this one corrects, and why; null for a receipt itself. */
    private UUID corrects;

    private String reason;
    private Instant createdAt;
    private String createdBy;

    /** For the persistence provider. */
    protected ReclaimReceipt() {}

    ReclaimReceipt(Reclaim reclaim, ReceiptRequest request, LocalDate receivedOn, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.reclaimId = reclaim.id();
        this.organisationId = reclaim.organisationId();
        this.currency = request.amount().currency().getCurrencyCode();
        this.amount = request.amount().amount();
        this.receivedOn = receivedOn;
        this.reference = request.reference();
        this.correctionId = request.correctionId();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** The row that changes what this receipt comes to by so much. */
    ReclaimReceipt corrected(Money difference, String stated, Instant at, String by) {
        var correction = new ReclaimReceipt();
        correction.id = Ids.next(at);
        correction.reclaimId = reclaimId;
        correction.organisationId = organisationId;
        correction.currency = currency;
        correction.amount = difference.amount();
        correction.receivedOn = receivedOn;
        correction.reference = reference;
        correction.correctionId = correctionId;
        correction.corrects = id;
        correction.reason = stated;
        correction.createdAt = at;
        correction.createdBy = by;
        return correction;
    }

    UUID id() {
        return id;
    }

    UUID correctionId() {
        return correctionId;
    }

    UUID reclaimId() {
        return reclaimId;
    }

    ReclaimResponse.Receipt toResponse() {
        return new ReclaimResponse.Receipt(
                id, Money.euros(amount), receivedOn, reference, correctionId, corrects, reason, createdAt, createdBy);
    }
}
