package nl.doorlichting.funding.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An amount booked on a budget line for a year. Never changed: a correction is an entry of the opposite sign. */
@Entity
@Immutable
@Table(name = "budget_entry")
class BudgetEntry {
    @Id
    UUID id;

    String programme;

    @Column(name = "line_id")
    UUID lineId;

    int year;

    @Enumerated(EnumType.STRING)
    BudgetEntryKind kind;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String currency;

    BigDecimal amount;
    String destination;

    @Enumerated(EnumType.STRING)
    @Column(name = "reallocation_reason")
    ReallocationReason reallocationReason;

    UUID corrects;

    /** The award that the service itself booked this for; null for a recorded entry. */
    @Column(name = "award_id")
    UUID awardId;

    @Column(name = "rounded_to")
    BigDecimal roundedTo;

    @Column(name = "below_threshold")
    BigDecimal belowThreshold;

    String source;
    String reference;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** For the persistence provider. */
    protected BudgetEntry() {}

    BudgetEntry(UUID id, BudgetEntryRequest request, Instant createdAt, String createdBy) {
        this(id, request, null, createdAt, createdBy);
    }

    BudgetEntry(UUID id, BudgetEntryRequest request, UUID awardId, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.awardId = awardId;
        programme = request.programme();
        lineId = request.lineId();
        year = request.year();
        kind = request.kind();
        currency = request.amount().currency().getCurrencyCode();
        amount = request.amount().amount();
        destination = request.destination();
        reallocationReason = request.reallocationReason();
        corrects = request.corrects();
        roundedTo = request.roundedTo() == null ? null : request.roundedTo().amount();
        belowThreshold = request.belowThreshold() == null
                ? null
                : request.belowThreshold().amount();
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    /**
     * 409 when the request cannot take this entry back: it needs the same line, year, kind and destination and the
     * opposite sign, and all corrections of one entry together are no more than the entry. Source:
     * docs/design/rules.md#budget.
     *
     * @param corrected what earlier corrections of it come to, signed
     */
    void refuseCorrection(BudgetEntryRequest request, BigDecimal corrected) {
        // What an award promises changes with the award; a payment that came back is the manager's to book.
        if (awardId != null && kind == BudgetEntryKind.COMMITMENT) {
            throw refused("The entry is what award " + awardId + " promises: amend, settle or revoke the award.");
        }
        if (!lineId.equals(request.lineId()) || year != request.year() || kind != request.kind()) {
            throw refused("A correction is of the same line, year and kind as the entry that corrects names.");
        }
        if (!Objects.equals(destination, request.destination()) || reallocationReason != request.reallocationReason()) {
            throw refused("A correction of a reallocation has its destination and reallocationReason.");
        }
        var taken = request.amount().amount();
        if (taken.signum() == 0 || taken.signum() != -amount.signum()) {
            throw refused("A correction has the opposite sign of " + amount.toPlainString() + ".");
        }
        var left = amount.add(corrected).abs();
        if (taken.abs().compareTo(left) > 0) {
            throw refused("Of the entry " + left.toPlainString() + " EUR is left to correct.");
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail);
    }

    Money amount() {
        return money(amount);
    }

    Money roundedTo() {
        return money(roundedTo);
    }

    Money belowThreshold() {
        return money(belowThreshold);
    }

    private Money money(BigDecimal number) {
        return number == null ? null : new Money(number, Currency.getInstance(currency));
    }
}
