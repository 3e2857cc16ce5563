package nl.doorlichting.funding.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An amount booked on a budget line for a year. What it says never changes: a correction is an entry of the opposite sign.
 * A payment that is entered by hand, and its correction, waits until a second person releases it; only then it counts.
 */
@Entity
@DynamicUpdate
class BudgetEntry {
    @Id
    private UUID id;

    private String programme;
    private UUID lineId;
    private int year;

    @Enumerated(EnumType.STRING)
    private BudgetEntryKind kind;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private String destination;

    @Enumerated(EnumType.STRING)
    private ReallocationReason reallocationReason;

    private UUID corrects;

    /** The award that the service itself booked this for; null for a recorded entry. */
    private UUID awardId;

    private BigDecimal roundedTo;
    private BigDecimal belowThreshold;
    private String source;
    private String reference;
    private String note;
    private Instant createdAt;
    private String createdBy;

    @Enumerated(EnumType.STRING)
    private BudgetEntryStatus status = BudgetEntryStatus.BOOKED;

    /** When it was released or cancelled; null while it waits, and for an entry that never waited. */
    private Instant endedAt;

    private String endedBy;

    /** Why it was cancelled. */
    private String reason;

    @Version
    private int version;

    /** For the persistence provider. */
    protected BudgetEntry() {}

    BudgetEntry(BudgetEntryRequest request, PerformedBy by) {
        this(
                new BudgetCell(request.programme(), request.lineId(), request.year()),
                request.kind(),
                request.amount().amount(),
                null,
                request.source(),
                by);
        destination = request.destination();
        reallocationReason = request.reallocationReason();
        corrects = request.corrects();
        roundedTo = request.roundedTo() == null ? null : request.roundedTo().amount();
        belowThreshold = request.belowThreshold() == null
                ? null
                : request.belowThreshold().amount();
        reference = request.reference();
        note = request.note();
        if (kind == BudgetEntryKind.DISBURSEMENT) {
            status = BudgetEntryStatus.WAITING;
        }
    }

    /** An amount in euros; the award is null for a recorded entry. */
    BudgetEntry(BudgetCell cell, BudgetEntryKind kind, BigDecimal amount, UUID awardId, String source, PerformedBy by) {
        id = Ids.next(by.at());
        createdAt = by.at();
        createdBy = by.subject();
        programme = cell.programme();
        lineId = cell.lineId();
        year = cell.year();
        currency = Money.EURO.getCurrencyCode();
        this.kind = kind;
        this.amount = amount;
        this.awardId = awardId;
        this.source = source;
    }

    /** The entry that takes back so much of what the service booked for an award. */
    BudgetEntry takenBack(BigDecimal part, String statedSource, PerformedBy by) {
        var correction = new BudgetEntry(cell(), kind, part.negate(), awardId, statedSource, by);
        correction.corrects = id;
        return correction;
    }

    /**
     * 409 when the request cannot take this entry back: it needs the same line, year, kind and destination and the
     * opposite sign, and all corrections of one entry together are no more than the entry. Source:
     * docs/design/rules.md#budget.
     *
     * @param corrected what earlier corrections of it come to, signed
     */
    void refuseCorrection(BudgetEntryRequest request, BigDecimal corrected) {
        if (status != BudgetEntryStatus.BOOKED) {
            throw refused(Text.of("budget-entry.not-booked", status));
        }
        // What an award promises changes with the award. A payment may still be corrected by hand, as in the first
        // release; the receipt of its claim then names that correction.
        if (awardId != null && kind == BudgetEntryKind.COMMITMENT) {
            throw refused(Text.of("budget-entry.of-award", awardId));
        }
        if (!lineId.equals(request.lineId()) || year != request.year() || kind != request.kind()) {
            throw refused(Text.of("budget-entry.correction-elsewhere"));
        }
        if (!Objects.equals(destination, request.destination()) || reallocationReason != request.reallocationReason()) {
            throw refused(Text.of("budget-entry.correction-of-reallocation"));
        }
        var taken = request.amount().amount();
        if (taken.signum() == 0 || taken.signum() != -amount.signum()) {
            throw refused(Text.of("budget-entry.correction-sign", amount));
        }
        var left = amount.add(corrected).abs();
        if (taken.abs().compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("budget-entry.left-to-correct", left),
                    Map.of("left", Money.euros(left), "allowed", List.of()));
        }
    }

    /** Counts from now on. 403 for the subject that entered it, 409 for an entry that does not wait. */
    void release(Caller caller, PerformedBy by) {
        if (caller.is(createdBy)) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("budget-entry.entered-by-you"));
        }
        end(BudgetEntryStatus.BOOKED, by);
    }

    /** Will never count. 409 for an entry that does not wait. */
    void cancel(String stated, PerformedBy by) {
        end(BudgetEntryStatus.CANCELLED, by);
        reason = stated;
    }

    private void end(BudgetEntryStatus end, PerformedBy by) {
        if (!isWaiting()) {
            throw refused(Text.of("budget-entry.final-status", status));
        }
        status = end;
        endedAt = by.at();
        endedBy = by.subject();
    }

    boolean isWaiting() {
        return status == BudgetEntryStatus.WAITING;
    }

    /** The room that it holds while it waits: a correction holds none. */
    BigDecimal held() {
        return amount.max(BigDecimal.ZERO);
    }

    private List<String> allowedTo(Caller caller) {
        var allowed = new ArrayList<String>();
        if (isWaiting() && caller.may(FundingAccess.CANCEL_BUDGET_ENTRIES)) {
            allowed.add("cancellation");
        }
        if (isWaiting() && caller.may(FundingAccess.RELEASE_BUDGET_ENTRIES) && !caller.is(createdBy)) {
            allowed.add("release");
        }
        return allowed;
    }

    private static ProblemException refused(Text detail) {
        return ProblemException.invalidState(detail, List.of());
    }

    UUID id() {
        return id;
    }

    BudgetCell cell() {
        return new BudgetCell(programme, lineId, year);
    }

    BudgetEntryKind kind() {
        return kind;
    }

    BigDecimal amount() {
        return amount;
    }

    BudgetEntryResponse toResponse(Caller caller) {
        return new BudgetEntryResponse(
                id,
                programme,
                lineId,
                year,
                kind,
                money(amount),
                destination,
                reallocationReason,
                corrects,
                awardId,
                money(roundedTo),
                money(belowThreshold),
                source,
                reference,
                note,
                status,
                endedAt,
                endedBy,
                reason,
                createdAt,
                createdBy,
                // Of an entry that never waited it is that of the last release.
                "\"" + (version + 1) + "\"",
                allowedTo(caller));
    }

    private Money money(BigDecimal number) {
        return number == null ? null : new Money(number, Currency.getInstance(currency));
    }
}
