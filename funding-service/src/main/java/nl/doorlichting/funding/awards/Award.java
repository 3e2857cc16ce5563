package nl.doorlichting.funding.awards;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Money granted to an organisation (verlening), with what is paid of it, held for payments and claimed back. What
 * changes it needs the row's lock ({@link AwardRepository#held}). Triggers keep its history (tr_award_kept) and mark the
 * data set awards as changed (tr_award_revision). Source: docs/design/rules.md#awards; Awb 4:44-4:57.
 */
@Entity
@DynamicUpdate
@BatchSize(size = 200)
class Award {
    private static final Text COST_BELOW_AMOUNT = Text.of("award.total-cost-below-amount");

    /** Of a SUBSIDY, after its period, where the decision names no day itself. */
    private static final int WEEKS_TO_ACCOUNT = 13;

    /** How the recipient accounted for it. */
    @Embeddable
    record Account(
            @Column(name = "accounted_spent") BigDecimal spent,
            @Column(name = "accounted_report") String report,
            @Column(name = "accounted_on") LocalDate on,
            @Column(name = "accounted_by") String by) {

        AwardResponse.Accountability toResponse() {
            return new AwardResponse.Accountability(Money.euros(spent), report, on, by);
        }
    }

    @Id
    private UUID id;

    @Embedded
    private AwardBasis basis;

    /** An award of the first release may have no budget line. */
    @Embedded
    private AwardDescription description;

    /** As stored: a withdrawn grant is REVOKED, which the last release can read. */
    @Enumerated(EnumType.STRING)
    private AwardStatus status;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private BigDecimal totalCost;
    private BigDecimal settledAmount;
    private BigDecimal reserved = BigDecimal.ZERO;
    private BigDecimal disbursed = BigDecimal.ZERO;
    private BigDecimal reclaimed = BigDecimal.ZERO;
    private BigDecimal recovered = BigDecimal.ZERO;
    private LocalDate periodFrom;
    private LocalDate periodUntil;
    private LocalDate accountabilityDue;

    /** Null until the recipient accounts for it. */
    @Embedded
    private Account account;

    @Embedded
    private InstalmentPlan plan;

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    private List<AwardDecision> decisions = new ArrayList<>();

    /** Whether its recipient is not there any more. Noted by the repository, and not stored. */
    @Transient
    private boolean recipientGone;

    /** Whether another organisation took the place of its recipient by today. Noted by the repository, and not stored. */
    @Transient
    private boolean succeeded;

    /** Who reads or changes it, and is offered what it may do. Noted by the repository, and not stored. */
    @Transient
    private Caller reader;

    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Award() {}

    /** As granted. The total cost, the day to account by and the reason may be null. */
    Award(
            AwardBasis basis,
            AwardDescription description,
            AwardRequest.Terms terms,
            String outOfOrderReason,
            PerformedBy by) {
        id = Ids.next(by.at());
        createdAt = by.at();
        createdBy = by.subject();
        this.basis = basis;
        this.description = description;
        status = AwardStatus.GRANTED;
        currency = terms.amount().currency().getCurrencyCode();
        amount = terms.amount().amount();
        totalCost = terms.totalCost() == null ? null : terms.totalCost().amount();
        plan = new InstalmentPlan(this, terms.instalments(), by);
        runOver(terms.period(), terms.accountabilityDue());
        decide(AwardResponse.Decision.Kind.GRANT, basis.decidedOn(), basis.decidedBy(), by)
                .because(null, outOfOrderReason);
    }

    /** Takes this period. The day to account for a subsidy follows from it where none is stated. */
    private void runOver(Period period, LocalDate statedDue) {
        periodFrom = period.from();
        periodUntil = period.until();
        var subsidy = basis.fundingInstrument() == FundingInstrument.SUBSIDY;
        accountabilityDue = statedDue == null && subsidy ? periodUntil.plusWeeks(WEEKS_TO_ACCOUNT) : statedDue;
    }

    private AwardDecision decide(AwardResponse.Decision.Kind kind, LocalDate on, String subject, PerformedBy by) {
        var decision = new AwardDecision(this, kind, on, subject, by);
        decisions.add(decision);
        return decision;
    }

    void describe(AwardDescription changed) {
        description = changed;
    }

    /** Whether this line would be its first one; 400 when it has another line. */
    boolean isFirstLine(UUID line) {
        if (isCharged() && !line().equals(line)) {
            throw ProblemException.violation(
                    Violation.body("/budgetLineId", ViolationCode.NOT_ALLOWED, Text.of("award.budget-line-stays")));
        }
        return !isCharged() && line != null;
    }

    /** Brings its commitment on the budget line from this amount to what it comes to now; 409 with what is left. */
    void bookCommitment(BudgetLedger budget, BigDecimal before) {
        if (isCharged()) {
            var cell = new BudgetCell(basis.programme(), line(), basis.year());
            budget.bookCommitment(cell, id, before, entitled(), "award " + basis.number());
        }
    }

    /** Day of the decision that was taken last. */
    LocalDate lastDecidedOn() {
        return decisions.stream()
                .map(AwardDecision::decidedOn)
                .max(Comparator.naturalOrder())
                .orElseGet(basis::decidedOn);
    }

    /**
     * Notes what of these terms does not fit: days before the decision that they follow, and parts that do not come to
     * the amount. Any of the terms can be null, and so can parts.
     */
    void check(AwardRequest.Terms terms, List<Violation> violations) {
        var period = terms.period() == null ? new Period(periodFrom, periodUntil) : terms.period();
        terms.checkDays(basis.decidedOn(), period, violations);
        checkAmounts(terms, violations);
        plan.check(terms, amount, violations);
    }

    // What the form refuses, and amounts that are both stated, are left to it.
    private void checkAmounts(AwardRequest.Terms terms, List<Violation> violations) {
        var taken = reserved.add(disbursed);
        var stated = terms.amount() == null ? null : terms.amount().amount();
        if (stated == null) {
            RangeChecks.notBelow("/totalCost", terms.totalCost(), amount, COST_BELOW_AMOUNT, violations);
            return;
        }
        if (stated.signum() > 0) {
            RangeChecks.notBelow(
                    "/amount", terms.amount(), taken, Text.of("award.paid-or-reserved", taken), violations);
        }
        if (terms.totalCost() == null && totalCost != null) {
            RangeChecks.notAbove(
                    "/amount",
                    terms.amount(),
                    totalCost,
                    Text.of("award.new-cost-below-amount", totalCost),
                    violations);
        }
    }

    /** Notes a final amount of more than was granted; null passes. */
    void checkSettlement(Money settled, List<Violation> violations) {
        RangeChecks.notAbove("/amount", settled, amount, Text.of("settlement.more-than-granted", amount), violations);
    }

    /** Notes a part that the plan does not have, or a payment of one that is another amount. Any of them can be null. */
    void checkPayment(Integer instalment, Money payment, List<Violation> violations) {
        if (instalment != null) {
            plan.checkPayment(instalment, payment, violations);
        }
    }

    /** Whether with this amendment the recipient gets the same money for the same, at most on other days. */
    boolean keepsTerms(AmendmentRequest request) {
        return (request.amount() == null || request.amount().amount().compareTo(amount) == 0)
                && (request.totalCost() == null || request.totalCost().equals(totalCost()))
                && (request.period() == null || request.period().equals(new Period(periodFrom, periodUntil)))
                && (request.accountabilityDue() == null
                        || request.accountabilityDue().equals(accountabilityDue));
    }

    void account(AccountabilityRequest request, LocalDate handedInOn, String subject) {
        refuseUnlessAllowed(AwardAction.ACCOUNTABILITY);
        account = new Account(request.spent().amount(), request.report(), handedInOn, subject);
        status = AwardStatus.ACCOUNTED;
    }

    void amend(AmendmentRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.AMENDMENT);
        var keepsTerms = keepsTerms(request);
        change(request, by);
        if (!keepsTerms) {
            status = AwardStatus.AMENDED;
        }
        decide(AwardResponse.Decision.Kind.AMENDMENT, day, by.subject(), by).because(null, request.reasons());
    }

    /** Puts another decision in the place of one of which nothing is paid. A municipality has no other amendments. */
    void replace(AmendmentRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.REPLACEMENT);
        refusePaid(AwardAction.REPLACEMENT);
        change(request, by);
        decide(AwardResponse.Decision.Kind.AMENDMENT, day, by.subject(), by).because(null, request.reasons());
    }

    /** Takes a decision back of which nothing is paid. */
    void withdraw(String reasons, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.WITHDRAWAL);
        refusePaid(AwardAction.WITHDRAWAL);
        status = AwardStatus.REVOKED;
        plan.withdraw();
        decide(AwardResponse.Decision.Kind.REVOCATION, day, by.subject(), by).because(null, reasons);
    }

    /** Leaves its recipient for the successor, paid or not. Nothing changes in its money. The repository moves it. */
    void leaveRecipient(String reasons, LocalDate day, PerformedBy by) {
        decide(AwardResponse.Decision.Kind.AMENDMENT, day, by.subject(), by)
                .because(null, reasons)
                .movingFrom(basis.organisationId());
    }

    void noteReader(Caller caller, boolean gone, boolean hasSuccessor) {
        reader = caller;
        recipientGone = gone;
        succeeded = hasSuccessor;
    }

    private void refusePaid(AwardAction action) {
        if (!allowed().contains(action)) {
            throw refusal(Text.of("award.paid-already", reserved.add(disbursed)));
        }
    }

    private void change(AmendmentRequest request, PerformedBy by) {
        var terms = request.terms();
        var violations = new ArrayList<Violation>();
        check(terms, violations);
        ProblemException.refuse(violations);
        plan.replace(this, terms.instalments(), by);
        amount = terms.amount() == null ? amount : terms.amount().amount();
        totalCost = terms.totalCost() == null ? totalCost : terms.totalCost().amount();
        // The day to account by follows from another period only.
        if (terms.period() != null && !terms.period().equals(new Period(periodFrom, periodUntil))) {
            runOver(terms.period(), terms.accountabilityDue());
        } else if (terms.accountabilityDue() != null) {
            accountabilityDue = terms.accountabilityDue();
        }
    }

    void settle(SettlementRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.SETTLEMENT);
        refuseEarlySettlement(request.isExOfficio());
        var violations = new ArrayList<Violation>();
        checkSettlement(request.amount(), violations);
        ProblemException.refuse(violations);
        var settled = request.amount().amount();
        // What was paid too much is claimed back later. What is only reserved can still be cancelled.
        if (hasReserved() && reserved.add(disbursed).compareTo(settled) > 0) {
            throw paymentsWait();
        }
        settledAmount = settled;
        status = AwardStatus.SETTLED;
        plan.withdraw();
        decide(AwardResponse.Decision.Kind.SETTLEMENT, day, by.subject(), by)
                .exOfficio(request.isExOfficio())
                .because(null, request.reasons());
    }

    /** Without the recipient's account only the state itself can settle (Awb 4:47). */
    private void refuseEarlySettlement(boolean exOfficio) {
        if (!exOfficio && status != AwardStatus.ACCOUNTED) {
            var allowed = allowed();
            allowed.remove(AwardAction.SETTLEMENT);
            throw AwardAction.refusal(Text.of("award.not-accounted-for"), allowed);
        }
    }

    void revoke(RevocationRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.REVOCATION);
        if (hasReserved()) {
            throw paymentsWait();
        }
        status = AwardStatus.REVOKED;
        plan.withdraw();
        decide(AwardResponse.Decision.Kind.REVOCATION, day, by.subject(), by)
                .because(request.ground(), request.reasons());
    }

    private boolean hasReserved() {
        return reserved.signum() > 0;
    }

    private ProblemException paymentsWait() {
        return refusal(Text.of("award.reserved", reserved));
    }

    /**
     * Holds room for a payment, of a part of the plan when one is named; 409 with what is left. Returns the day of that
     * part, null without one.
     */
    LocalDate reserve(Integer instalment, UUID disbursement, Money payment) {
        refuseUnlessAllowed(AwardAction.DISBURSEMENTS);
        var due = instalment == null ? null : plan.reserve(instalment, disbursement);
        if (payment.compareTo(left()) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    Text.of("award.left-to-pay", basis.number(), left().amount()),
                    Map.of("left", left()));
        }
        reserved = reserved.add(payment.amount());
        return due;
    }

    /** Gives back what was held for a payment that will not be made. */
    void free(UUID disbursement, Money payment) {
        reserved = reserved.subtract(payment.amount());
        plan.free(disbursement);
    }

    /** What was held is paid; a decentralisation grant is PAID with its last cent. 409 without a budget line. */
    void pay(UUID disbursement, Money payment, LocalDate on) {
        refuseWithoutLine();
        reserved = reserved.subtract(payment.amount());
        disbursed = disbursed.add(payment.amount());
        if (isDecentralisationGrant() && disbursed.compareTo(amount) == 0) {
            status = AwardStatus.PAID;
        }
        plan.pay(disbursement, on);
    }

    /**
     * Claims back what was paid without right to it (Awb 4:57); 409 with what is left to claim.
     *
     * @param before what the same claim came to before; zero for a new one
     * @param actions what can be done with that claim; null for a new one
     */
    void claim(Money claimed, Money before, List<String> actions) {
        refuseUnlessAllowed(AwardAction.RECLAIMS);
        var left = reclaimable();
        if (claimed.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    before.amount().signum() == 0
                            ? Text.of("reclaim.more-than-undue", basis.number(), left.amount())
                            : Text.of(
                                    "reclaim.most", left.amount().add(before.amount()), basis.number(), left.amount()),
                    Map.of("left", left, "allowed", actions == null ? AwardAction.paths(allowed()) : actions));
        }
        reclaimed = reclaimed.add(claimed.amount());
    }

    /** Takes so much of a claim back. */
    void unclaim(Money amount) {
        reclaimed = reclaimed.subtract(amount.amount());
    }

    /**
     * So much of what was claimed came back, or less by an amount below zero; it leaves the ledger as a correction of
     * what was paid. The source is null when the ledger has that correction already.
     */
    void recover(BudgetLedger budget, Money amount, String source) {
        recovered = recovered.add(amount.amount());
        if (source == null) {
            return;
        }
        if (amount.isNegative()) {
            budget.payAgain(line(), id, amount.amount().negate(), source);
            return;
        }
        budget.recover(line(), id, amount.amount(), source);
    }

    /** What can be done now, by who reads it. Money moves only on a budget line and with something left to pay or to claim. */
    Set<AwardAction> allowed() {
        var allowed = AwardAction.allowed(basis.fundingInstrument(), status());
        if (!isCharged()) {
            allowed.removeIf(AwardAction::movesMoney);
        }
        if (left().amount().signum() == 0) {
            allowed.remove(AwardAction.DISBURSEMENTS);
        }
        if (reclaimable().amount().signum() == 0) {
            allowed.remove(AwardAction.RECLAIMS);
        }
        if (hasReserved()) {
            allowed.remove(AwardAction.REVOCATION);
        }
        if (reserved.add(disbursed).signum() > 0) {
            allowed.remove(AwardAction.REPLACEMENT);
            allowed.remove(AwardAction.WITHDRAWAL);
        }
        if (recipientGone) {
            allowed.remove(AwardAction.DISBURSEMENTS);
        }
        if (!succeeded) {
            allowed.remove(AwardAction.SUCCESSION);
        }
        if (reader != null) {
            allowed.removeIf(action -> !action.isFor(reader));
        }
        return allowed;
    }

    /** 409 with what is allowed when the law, the state of the award or a missing budget line does not allow this. */
    void refuseUnlessAllowed(AwardAction action) {
        if (!AwardAction.allowed(basis.fundingInstrument(), status()).contains(action)) {
            throw refusal(action.notAllowed(basis.fundingInstrument(), status()));
        }
        if (action.movesMoney()) {
            refuseWithoutLine();
        }
    }

    private void refuseWithoutLine() {
        if (!isCharged()) {
            throw ProblemException.of(
                    ProblemType.BUDGET_LINE_MISSING,
                    Text.of("award.budget-line-missing", basis.number(), AwardResource.PATH + "/" + id));
        }
    }

    /** 409 with what is allowed. */
    ProblemException refusal(Text detail) {
        return AwardAction.refusal(detail, allowed());
    }

    private AwardStatus status() {
        return isDecentralisationGrant() && status == AwardStatus.REVOKED ? AwardStatus.WITHDRAWN : status;
    }

    /** Whether it is a decentralisation grant, which the state withdraws or replaces but never revokes or amends. */
    boolean isDecentralisationGrant() {
        return basis.fundingInstrument() == FundingInstrument.DECENTRALISATION_GRANT;
    }

    private boolean isCharged() {
        return line() != null;
    }

    private UUID line() {
        return description.budgetLineId();
    }

    /** What the recipient has a right to as things stand. */
    BigDecimal entitled() {
        if (status == AwardStatus.REVOKED) {
            return BigDecimal.ZERO;
        }
        return status == AwardStatus.SETTLED ? settledAmount : amount;
    }

    /** What can still be paid; zero when more was paid than there is a right to. */
    private Money left() {
        return Money.euros(entitled().subtract(reserved).subtract(disbursed).max(BigDecimal.ZERO));
    }

    /** What was paid without right to it and is not claimed back yet. */
    private Money reclaimable() {
        return Money.euros(disbursed.subtract(entitled()).subtract(reclaimed).max(BigDecimal.ZERO));
    }

    UUID id() {
        return id;
    }

    AwardBasis basis() {
        return basis;
    }

    AwardDescription description() {
        return description;
    }

    Money amount() {
        return Money.euros(amount);
    }

    Money totalCost() {
        return Money.euros(totalCost);
    }

    Instant createdAt() {
        return createdAt;
    }

    String etag() {
        return "\"" + version + "\"";
    }

    /** With what its reader may do now. */
    AwardResponse toResponse() {
        return toResponse(AwardAction.paths(allowed()));
    }

    AwardResponse toResponse(List<String> allowedActions) {
        return new AwardResponse(
                id,
                basis.programme(),
                basis.scheme(),
                basis.fundingInstrument(),
                basis.number(),
                basis.organisationId(),
                basis.applicationId(),
                description.projectId(),
                description.title(),
                status(),
                amount(),
                totalCost(),
                basis.purpose(),
                Money.euros(settledAmount),
                Money.euros(reserved),
                Money.euros(disbursed),
                left(),
                Money.euros(reclaimed),
                Money.euros(recovered),
                reclaimable(),
                line(),
                basis.year(),
                basis.decidedOn(),
                basis.decidedBy(),
                description.officer(),
                new Period(periodFrom, periodUntil),
                accountabilityDue,
                account == null ? null : account.toResponse(),
                description.track(),
                description.actionLine(),
                basis.place() == null ? null : basis.place().toPlace(),
                List.of(basis.partnerMunicipalities()),
                plan.toResponse(),
                decisions.stream().map(AwardDecision::toResponse).toList(),
                basis.source(),
                description.note(),
                description.includedIn(),
                isCharged() ? List.of() : List.of(AwardResponse.Warning.NO_BUDGET_LINE),
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
