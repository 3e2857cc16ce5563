package nl.doorlichting.funding.awards;

import static nl.doorlichting.funding.awards.AwardAction.ACCOUNTABILITY;
import static nl.doorlichting.funding.awards.AwardAction.AMENDMENT;
import static nl.doorlichting.funding.awards.AwardAction.DISBURSEMENTS;
import static nl.doorlichting.funding.awards.AwardAction.RECLAIMS;
import static nl.doorlichting.funding.awards.AwardAction.REVOCATION;
import static nl.doorlichting.funding.awards.AwardAction.SETTLEMENT;
import static nl.doorlichting.funding.awards.AwardAction.UPDATE;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Money granted to an organisation (verlening), with what is paid of it, held for payments and claimed back. What
 * changes it needs the row's lock ({@link AwardRepository#held}). Source: docs/design/rules.md#awards; Awb 4:44-4:57.
 */
@Entity
@DynamicUpdate
@BatchSize(size = 200)
@Table(name = "award")
class Award {
    /** Of a SUBSIDY, after its period, where the decision names no day itself. */
    static final int WEEKS_TO_ACCOUNT = 13;

    private static final String NOT_THE_STATES =
            "A decentralisation grant is part of the municipal fund: the municipality"
                    + " spends it freely and accounts to its own council. The state cannot ";

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

    @Id
    private UUID id;

    private String programme;
    private String scheme;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    private String number;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "project_id")
    private UUID projectId;

    private String title;

    @Enumerated(EnumType.STRING)
    private AwardStatus status;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;

    @Column(name = "total_cost")
    private BigDecimal totalCost;

    @Column(name = "settled_amount")
    private BigDecimal settledAmount;

    private BigDecimal reserved;
    private BigDecimal disbursed;
    private BigDecimal reclaimed;

    @Enumerated(EnumType.STRING)
    private FundingPurpose purpose;

    /** Null for an award of the first release that was given none. */
    @Column(name = "budget_line_id")
    private UUID budgetLineId;

    private int year;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "decided_by")
    private String decidedBy;

    private String officer;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Column(name = "accountability_due")
    private LocalDate accountabilityDue;

    /** Null until the recipient accounts for it. */
    @Embedded
    private Account account;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Embedded
    private PlaceColumns place;

    @Column(name = "partner_municipalities")
    private String[] partnerMunicipalities;

    private String source;
    private String note;

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    @BatchSize(size = 200)
    private List<AwardInstalment> instalments = new ArrayList<>();

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    private List<AwardDecision> decisions = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Award() {}

    /**
     * The budget line is the request's own or its scheme's; the application is null for a decision outside the system.
     */
    Award(AwardRequest request, UUID applicationId, UUID budgetLineId, PerformedBy by) {
        id = Ids.next(by.at());
        createdAt = by.at();
        createdBy = by.subject();
        status = AwardStatus.GRANTED;
        programme = request.programme();
        scheme = request.scheme();
        fundingInstrument = request.fundingInstrument();
        number = request.number();
        organisationId = request.organisationId();
        this.applicationId = applicationId;
        this.budgetLineId = budgetLineId;
        projectId = request.projectId();
        title = request.title();
        currency = request.amount().currency().getCurrencyCode();
        amount = request.amount().amount();
        totalCost = request.totalCost() == null ? null : request.totalCost().amount();
        purpose = request.purposeOrProject();
        reserved = BigDecimal.ZERO;
        disbursed = BigDecimal.ZERO;
        reclaimed = BigDecimal.ZERO;
        decidedOn = request.decidedOn();
        decidedBy = request.decidedBy() == null ? createdBy : request.decidedBy();
        year = request.year() == null ? decidedOn.getYear() : request.year();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        accountabilityDue = request.accountabilityDue() == null ? defaultDue() : request.accountabilityDue();
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        place = PlaceColumns.of(request.place());
        partnerMunicipalities = request.partners().toArray(String[]::new);
        source = request.source();
        note = request.note();
        plan(request.plan(), by);
        decisions.add(new AwardDecision(this, AwardDecisionKind.GRANT, decidedOn, decidedBy, amount, by));
    }

    void describe(AwardDescriptionRequest request) {
        title = request.title();
        projectId = request.projectId();
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        note = request.note();
    }

    /** Whether this line is new to an award without one; 400 when the award has another. */
    boolean isToBeCharged(UUID line) {
        if (Objects.equals(budgetLineId, line)) {
            return false;
        }
        if (budgetLineId != null) {
            throw ProblemException.violation(Violation.body(
                    "/budgetLineId", ViolationCode.NOT_ALLOWED, "What is booked for the award stays on its line."));
        }
        return true;
    }

    void charge(UUID line) {
        budgetLineId = line;
    }

    /** Brings what its budget line has for it from this amount to what it comes to now; 409 with what is left. */
    void book(BudgetLedger budget, BigDecimal before) {
        if (budgetLineId != null) {
            budget.promise(new BudgetCell(programme, budgetLineId, year), id, before, entitled(), "award " + number);
        }
    }

    void account(AccountabilityRequest request, LocalDate handedInOn, String subject) {
        refuse(ACCOUNTABILITY);
        account = new Account(request.spent().amount(), request.report(), handedInOn, subject);
        status = AwardStatus.ACCOUNTED;
    }

    void amend(AmendmentRequest request, LocalDate day, PerformedBy by) {
        refuse(AMENDMENT);
        var newAmount = request.amount() == null ? amount : request.amount().amount();
        var newCost =
                request.totalCost() == null ? totalCost : request.totalCost().amount();
        var taken = reserved.add(disbursed);
        if (newAmount.compareTo(taken) < 0) {
            throw refused(taken.toPlainString() + " EUR of the award is paid or reserved: settle it lower instead.");
        }
        if (newCost != null && newAmount.compareTo(newCost) > 0) {
            throw refused("The total cost of " + newCost.toPlainString() + " EUR is less than the amount.");
        }
        replan(request.instalments(), newAmount, by);
        if (request.period() != null) {
            periodFrom = request.period().from();
            periodUntil = request.period().until();
            accountabilityDue = defaultDue();
        }
        if (request.accountabilityDue() != null) {
            accountabilityDue = request.accountabilityDue();
        }
        amount = newAmount;
        totalCost = newCost;
        status = AwardStatus.AMENDED;
        decisions.add(new AwardDecision(this, AwardDecisionKind.AMENDMENT, day, by.subject(), amount, by)
                .because(null, request.reasons()));
    }

    void settle(SettlementRequest request, LocalDate day, PerformedBy by) {
        refuse(SETTLEMENT);
        refuseEarlySettlement(request.isExOfficio());
        var settled = request.amount().amount();
        if (settled.compareTo(amount) > 0) {
            throw refused("A settlement is equal to or lower than the " + amount.toPlainString()
                    + " EUR granted (Awb 4:46).");
        }
        if (reserved.add(disbursed).compareTo(settled) > 0) {
            refuseReserved();
        }
        settledAmount = settled;
        status = AwardStatus.SETTLED;
        decisions.add(new AwardDecision(this, AwardDecisionKind.SETTLEMENT, day, by.subject(), settled, by)
                .exOfficio(request.isExOfficio())
                .because(null, request.reasons()));
    }

    void revoke(RevocationRequest request, LocalDate day, PerformedBy by) {
        refuse(REVOCATION);
        refuseReserved();
        status = AwardStatus.REVOKED;
        decisions.add(new AwardDecision(this, AwardDecisionKind.REVOCATION, day, by.subject(), BigDecimal.ZERO, by)
                .because(request.ground(), request.reasons()));
    }

    /** Holds room for a payment; 409 with what is left, or when the plan has no such part open. */
    void reserve(Integer instalment, UUID disbursement, Money payment) {
        refuse(DISBURSEMENTS);
        if (instalment != null) {
            instalments.stream()
                    .filter(part -> part.isAt(instalment))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(
                            ProblemType.REFERENCE_UNKNOWN, "instalment names no part of the award's plan."))
                    .reserve(disbursement, payment);
        }
        var left = left();
        if (payment.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    "Of award " + number + " " + left.amount().toPlainString() + " EUR is left to pay.",
                    Map.of("left", left));
        }
        reserved = reserved.add(payment.amount());
    }

    /** Gives back what was held for a payment that will not be made. */
    void free(UUID disbursement, Money payment) {
        reserved = reserved.subtract(payment.amount());
        instalments.forEach(part -> part.free(disbursement));
    }

    /** What was held is paid; a decentralisation grant is PAID with its last cent. 409 without a budget line. */
    void pay(UUID disbursement, Money payment, LocalDate on) {
        refuseWithoutLine();
        reserved = reserved.subtract(payment.amount());
        disbursed = disbursed.add(payment.amount());
        instalments.forEach(part -> part.pay(disbursement, on));
        if (fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT && disbursed.compareTo(amount) == 0) {
            status = AwardStatus.PAID;
        }
    }

    /** Claims back what was paid without right to it (Awb 4:57); 409 with what is left to claim. */
    void claim(Money claimed) {
        refuse(RECLAIMS);
        var left = reclaimable();
        if (claimed.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "Of award " + number + " " + left.amount().toPlainString()
                            + " EUR was paid without right to it and is not claimed yet.",
                    Map.of("left", left, "allowed", AwardAction.paths(allowed())));
        }
        reclaimed = reclaimed.add(claimed.amount());
    }

    /**
     * What can be done to this award now. Money moves only with a budget line and with something left to pay or to
     * claim.
     */
    Set<AwardAction> allowed() {
        var allowed = AwardAction.allowed(fundingInstrument, status);
        if (budgetLineId == null) {
            allowed.removeIf(AwardAction::movesMoney);
        }
        if (left().amount().signum() == 0) {
            allowed.remove(DISBURSEMENTS);
        }
        if (reclaimable().amount().signum() == 0) {
            allowed.remove(RECLAIMS);
        }
        if (reserved.signum() > 0) {
            allowed.remove(REVOCATION);
        }
        return allowed;
    }

    /** 409 with what is allowed when this is not. */
    void refuse(AwardAction action) {
        if (!AwardAction.allowed(fundingInstrument, status).contains(action)) {
            var detail = fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT && action != DISBURSEMENTS
                    ? NOT_THE_STATES + action.inWords()
                    : "An award that is " + status + " takes no " + action.path() + ".";
            throw refusal(detail, allowed());
        }
        if (action.movesMoney()) {
            refuseWithoutLine();
        }
    }

    private void refuseWithoutLine() {
        if (budgetLineId == null) {
            throw ProblemException.of(
                    ProblemType.BUDGET_LINE_MISSING,
                    "Award " + number + " is charged to no budget line: change " + AwardResource.PATH + "/" + id
                            + " with a budgetLineId first.");
        }
    }

    /** Without the recipient's account only the state itself can settle (Awb 4:47). */
    void refuseEarlySettlement(boolean exOfficio) {
        if (exOfficio || status == AwardStatus.ACCOUNTED) {
            return;
        }
        var allowed = allowed();
        allowed.remove(SETTLEMENT);
        throw refusal(
                "The recipient has not accounted for the award; without that it is settled exOfficio only (Awb 4:47).",
                allowed);
    }

    private void refuseReserved() {
        if (reserved.signum() > 0) {
            throw refused(reserved.toPlainString() + " EUR is reserved for payments: release or cancel them first.");
        }
    }

    /** Parts with a payment stay. The others make place for the new ones, if any are given. */
    private void replan(List<AwardRequest.Instalment> parts, BigDecimal newAmount, PerformedBy by) {
        var open = instalments.stream().filter(AwardInstalment::isOpen).toList();
        if (parts == null && (open.isEmpty() || newAmount.compareTo(amount) == 0)) {
            return;
        }
        if (parts == null) {
            throw refused("The award has a plan of instalments: name those that are still to be paid.");
        }
        open.forEach(AwardInstalment::withdraw);
        plan(parts, by);
        var sum = instalments.stream().map(AwardInstalment::standing).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() > 0 && sum.compareTo(newAmount) != 0) {
            throw refused("The instalments, those paid or reserved too, come to " + sum.toPlainString()
                    + " EUR and not to the amount.");
        }
    }

    private void plan(List<AwardRequest.Instalment> parts, PerformedBy by) {
        for (var part : parts) {
            instalments.add(new AwardInstalment(Ids.next(by.at()), this, instalments.size() + 1, part));
        }
    }

    private LocalDate defaultDue() {
        return fundingInstrument == FundingInstrument.SUBSIDY ? periodUntil.plusWeeks(WEEKS_TO_ACCOUNT) : null;
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
        return money(entitled().subtract(reserved).subtract(disbursed).max(BigDecimal.ZERO));
    }

    /** What was paid without right to it and is not claimed back yet. */
    private Money reclaimable() {
        return money(disbursed.subtract(entitled()).subtract(reclaimed).max(BigDecimal.ZERO));
    }

    /** A row for each municipality that it serves, as its place or as a partner. */
    List<AwardMunicipality> municipalities() {
        var codes = new LinkedHashSet<String>(
                place == null ? List.of() : place.toPlace().municipalities());
        codes.addAll(List.of(partnerMunicipalities));
        return codes.stream()
                .map(code -> new AwardMunicipality(id, code, number, createdAt, decidedOn))
                .toList();
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

    AwardSummary summary() {
        return new AwardSummary(
                id,
                programme,
                scheme,
                number,
                organisationId,
                fundingInstrument,
                status,
                purpose,
                money(amount),
                money(totalCost),
                budgetLineId,
                year,
                decidedOn,
                reclaimable());
    }

    AwardDescriptionRequest description() {
        return new AwardDescriptionRequest(title, projectId, officer, track, actionLine, budgetLineId, note);
    }

    AwardResponse toResponse(Caller caller) {
        return new AwardResponse(
                id,
                programme,
                scheme,
                fundingInstrument,
                number,
                organisationId,
                applicationId,
                projectId,
                title,
                status,
                money(amount),
                money(totalCost),
                purpose,
                money(settledAmount),
                money(reserved),
                money(disbursed),
                left(),
                money(reclaimed),
                reclaimable(),
                budgetLineId,
                year,
                decidedOn,
                decidedBy,
                officer,
                new Period(periodFrom, periodUntil),
                accountabilityDue,
                account == null
                        ? null
                        : new AwardResponse.Accountability(
                                money(account.spent()), account.report(), account.on(), account.by()),
                track,
                actionLine,
                place == null ? null : place.toPlace(),
                List.of(partnerMunicipalities),
                instalments.stream().map(AwardInstalment::toResponse).toList(),
                decisions.stream().map(AwardDecision::toResponse).toList(),
                source,
                note,
                budgetLineId == null ? List.of(AwardWarning.NO_BUDGET_LINE) : List.of(),
                createdAt,
                etag(),
                Stream.concat(allowed().stream(), Stream.of(UPDATE))
                        .filter(action -> action.isFor(caller))
                        .map(AwardAction::path)
                        .toList());
    }

    static Money money(BigDecimal number) {
        return number == null ? null : new Money(number, Money.EURO);
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail);
    }

    private static ProblemException refusal(String detail, Set<AwardAction> allowed) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", AwardAction.paths(allowed)));
    }
}
