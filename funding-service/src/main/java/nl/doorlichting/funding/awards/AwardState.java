package nl.doorlichting.funding.awards;

import static nl.doorlichting.funding.awards.AwardAction.DISBURSEMENTS;
import static nl.doorlichting.funding.awards.AwardAction.RECLAIMS;
import static nl.doorlichting.funding.awards.AwardAction.REVOCATION;
import static nl.doorlichting.funding.awards.AwardAction.SETTLEMENT;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How far an award is: its budget line, what it comes to in euros, what of that is held for payments, paid and claimed
 * back, and so what can be done to it. Source: docs/design/rules.md#awards; Awb 4:44-4:57.
 */
@Embeddable
class AwardState {
    /**
     * How the recipient accounted for an award.
     *
     * @param spent euros
     * @param by subject that recorded it
     */
    @Embeddable
    record Account(
            @Column(name = "accounted_spent") BigDecimal spent,
            @Column(name = "accounted_report") String report,
            @Column(name = "accounted_on") LocalDate on,
            @Column(name = "accounted_by") String by) {}

    // A change writes all columns of an embedded value, and the service may not write these two.
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private FundingInstrument fundingInstrument;

    @Enumerated(EnumType.STRING)
    private AwardStatus status;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3, updatable = false)
    private String currency;

    /** Null for an award of the first release that was given none. */
    private UUID budgetLineId;

    private BigDecimal amount;
    private BigDecimal totalCost;
    private BigDecimal settledAmount;
    private BigDecimal reserved;
    private BigDecimal disbursed;
    private BigDecimal reclaimed;

    /** Null until the recipient accounts for it. */
    @Embedded
    private Account account;

    /** For the persistence provider. */
    protected AwardState() {}

    /** As granted; the total cost may be null. */
    AwardState(FundingInstrument fundingInstrument, Money amount, Money totalCost, UUID budgetLineId) {
        this.fundingInstrument = fundingInstrument;
        this.budgetLineId = budgetLineId;
        this.amount = amount.amount();
        this.totalCost = totalCost == null ? null : totalCost.amount();
        status = AwardStatus.GRANTED;
        currency = amount.currency().getCurrencyCode();
        reserved = BigDecimal.ZERO;
        disbursed = BigDecimal.ZERO;
        reclaimed = BigDecimal.ZERO;
    }

    /** What can be done now. Money moves only on a budget line and with something left to pay or to claim. */
    Set<AwardAction> allowed() {
        var allowed = AwardAction.allowed(fundingInstrument, status);
        if (!isCharged()) {
            allowed.removeIf(AwardAction::movesMoney);
        }
        if (left().amount().signum() == 0) {
            allowed.remove(DISBURSEMENTS);
        }
        if (reclaimable().amount().signum() == 0) {
            allowed.remove(RECLAIMS);
        }
        if (hasReserved()) {
            allowed.remove(REVOCATION);
        }
        return allowed;
    }

    /** 409 with what is allowed when the law or the state of the award does not allow this. */
    void refuseUnlessAllowed(AwardAction action) {
        if (!AwardAction.allowed(fundingInstrument, status).contains(action)) {
            var detail = fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT && action != DISBURSEMENTS
                    ? Text.of("award.not-the-states", action.inWords())
                    : Text.of("award.no-action-in-status", status, action.path());
            throw refusal(detail, allowed());
        }
    }

    /** Without the recipient's account only the state itself can settle (Awb 4:47). */
    void refuseEarlySettlement(boolean exOfficio) {
        if (exOfficio || status == AwardStatus.ACCOUNTED) {
            return;
        }
        var allowed = allowed();
        allowed.remove(SETTLEMENT);
        throw refusal(Text.of("award.not-accounted-for"), allowed);
    }

    void account(AccountabilityRequest request, LocalDate handedInOn, String subject) {
        account = new Account(request.spent().amount(), request.report(), handedInOn, subject);
        status = AwardStatus.ACCOUNTED;
    }

    /** Another amount and total cost; what is null stays as it is. */
    void amend(Money otherAmount, Money otherCost) {
        var newAmount = otherAmount == null ? amount : otherAmount.amount();
        var newCost = otherCost == null ? totalCost : otherCost.amount();
        var taken = reserved.add(disbursed);
        if (newAmount.compareTo(taken) < 0) {
            throw refusal(Text.of("award.paid-or-reserved", taken), allowed());
        }
        if (newCost != null && newAmount.compareTo(newCost) > 0) {
            throw refusal(Text.of("award.new-cost-below-amount", newCost), allowed());
        }
        amount = newAmount;
        totalCost = newCost;
        status = AwardStatus.AMENDED;
    }

    void settle(Money settled) {
        if (settled.amount().compareTo(amount) > 0) {
            throw refusal(Text.of("settlement.more-than-granted", amount), allowed());
        }
        // What was paid too much is claimed back later. What is only reserved can still be cancelled.
        if (hasReserved() && reserved.add(disbursed).compareTo(settled.amount()) > 0) {
            throw paymentsWait();
        }
        settledAmount = settled.amount();
        status = AwardStatus.SETTLED;
    }

    void revoke() {
        if (hasReserved()) {
            throw paymentsWait();
        }
        status = AwardStatus.REVOKED;
    }

    private boolean hasReserved() {
        return reserved.signum() > 0;
    }

    private ProblemException paymentsWait() {
        return refusal(Text.of("award.reserved", reserved), allowed());
    }

    /** Holds room for a payment of the award of this number; 409 with what is left. */
    void reserve(Money payment, String number) {
        var left = left();
        if (payment.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    Text.of("award.left-to-pay", number, left.amount()),
                    Map.of("left", left));
        }
        reserved = reserved.add(payment.amount());
    }

    /** Gives back what was held for a payment that will not be made. */
    void free(Money payment) {
        reserved = reserved.subtract(payment.amount());
    }

    /** What was held is paid; a decentralisation grant is PAID with its last cent. */
    void pay(Money payment) {
        free(payment);
        disbursed = disbursed.add(payment.amount());
        if (fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT && disbursed.compareTo(amount) == 0) {
            status = AwardStatus.PAID;
        }
    }

    /** Claims back what was paid without right to it (Awb 4:57); 409 with what is left to claim. */
    void claim(Money claimed, String number) {
        var left = reclaimable();
        if (claimed.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("reclaim.more-than-undue", number, left.amount()),
                    Map.of("left", left, "allowed", AwardAction.paths(allowed())));
        }
        reclaimed = reclaimed.add(claimed.amount());
    }

    /** What the recipient has a right to as things stand. */
    BigDecimal entitled() {
        if (status == AwardStatus.REVOKED) {
            return BigDecimal.ZERO;
        }
        return status == AwardStatus.SETTLED ? settledAmount : amount;
    }

    /** What can still be paid; zero when more was paid than there is a right to. */
    Money left() {
        return euros(entitled().subtract(reserved).subtract(disbursed).max(BigDecimal.ZERO));
    }

    /** What was paid without right to it and is not claimed back yet. */
    Money reclaimable() {
        return euros(disbursed.subtract(entitled()).subtract(reclaimed).max(BigDecimal.ZERO));
    }

    /** Whether the award has a budget line. */
    boolean isCharged() {
        return budgetLineId != null;
    }

    void charge(UUID line) {
        budgetLineId = line;
    }

    UUID budgetLineId() {
        return budgetLineId;
    }

    FundingInstrument fundingInstrument() {
        return fundingInstrument;
    }

    AwardStatus status() {
        return status;
    }

    Money amount() {
        return euros(amount);
    }

    Money totalCost() {
        return euros(totalCost);
    }

    Money settledAmount() {
        return euros(settledAmount);
    }

    Money reserved() {
        return euros(reserved);
    }

    Money disbursed() {
        return euros(disbursed);
    }

    Money reclaimed() {
        return euros(reclaimed);
    }

    AwardResponse.Accountability accountability() {
        return account == null
                ? null
                : new AwardResponse.Accountability(
                        euros(account.spent()), account.report(), account.on(), account.by());
    }

    /** Null for null. */
    static Money euros(BigDecimal number) {
        return number == null ? null : new Money(number, Money.EURO);
    }

    static ProblemException refusal(Text detail, Set<AwardAction> allowed) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", AwardAction.paths(allowed)));
    }
}
