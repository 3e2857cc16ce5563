package nl.doorlichting.funding.awards;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
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
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Money granted to an organisation (verlening), with what is paid of it, held for payments and claimed back. What
 * changes it needs the row's lock ({@link AwardRepository#held}). Source: docs/design/rules.md#awards; Awb 4:44-4:57.
 */
@Entity
@DynamicUpdate
@BatchSize(size = 200)
class Award {
    /** Of a SUBSIDY, after its period, where the decision names no day itself. */
    private static final int WEEKS_TO_ACCOUNT = 13;

    @Id
    private UUID id;

    private String programme;
    private String scheme;
    private String number;
    private String organisationId;
    private UUID applicationId;
    private UUID projectId;
    private String title;

    @Embedded
    private AwardState state;

    @Embedded
    private InstalmentPlan plan;

    @Enumerated(EnumType.STRING)
    private FundingPurpose purpose;

    private int year;
    private LocalDate decidedOn;
    private String decidedBy;
    private String officer;
    private LocalDate periodFrom;
    private LocalDate periodUntil;
    private LocalDate accountabilityDue;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private ActionLine actionLine;

    @Embedded
    private PlaceColumns place;

    private String[] partnerMunicipalities;
    private String source;
    private String note;

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    private List<AwardDecision> decisions = new ArrayList<>();

    private Instant createdAt;
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
        programme = request.programme();
        scheme = request.scheme();
        number = request.number();
        organisationId = request.organisationId();
        this.applicationId = applicationId;
        projectId = request.projectId();
        title = request.title();
        state = new AwardState(request.fundingInstrument(), request.amount(), request.totalCost(), budgetLineId);
        plan = new InstalmentPlan(this, request.instalments(), by);
        purpose = request.purpose();
        decidedOn = request.decidedOn();
        decidedBy = request.decidedBy() == null ? createdBy : request.decidedBy();
        year = request.year() == null ? decidedOn.getYear() : request.year();
        runOver(request.period(), request.accountabilityDue());
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        place = PlaceColumns.of(request.place());
        partnerMunicipalities = request.partners().toArray(String[]::new);
        source = request.source();
        note = request.note();
        decide(AwardDecisionKind.GRANT, decidedOn, decidedBy, by);
    }

    /** Takes this period. The day to account for a subsidy follows from it where none is stated. */
    private void runOver(Period period, LocalDate statedDue) {
        periodFrom = period.from();
        periodUntil = period.until();
        var subsidy = state.fundingInstrument() == FundingInstrument.SUBSIDY;
        accountabilityDue = statedDue == null && subsidy ? periodUntil.plusWeeks(WEEKS_TO_ACCOUNT) : statedDue;
    }

    private AwardDecision decide(AwardDecisionKind kind, LocalDate on, String subject, PerformedBy by) {
        var decision = new AwardDecision(this, kind, on, subject, state.entitled(), by);
        decisions.add(decision);
        return decision;
    }

    void describe(AwardDescriptionRequest request) {
        title = request.title();
        projectId = request.projectId();
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        note = request.note();
    }

    /** Whether this is its line; null is the line of an award without one. */
    boolean isChargedTo(UUID line) {
        return Objects.equals(state.budgetLineId(), line);
    }

    /** 400 when it has a budget line, and not this one. */
    void refuseOtherLine(UUID line) {
        if (state.isCharged() && !isChargedTo(line)) {
            throw ProblemException.violation(
                    Violation.body("/budgetLineId", ViolationCode.NOT_ALLOWED, Text.of("award.budget-line-stays")));
        }
    }

    void charge(UUID line) {
        state.charge(line);
    }

    /** Brings its commitment on the budget line from this amount to what it comes to now; 409 with what is left. */
    void bookCommitment(BudgetLedger budget, BigDecimal before) {
        if (state.isCharged()) {
            budget.bookCommitment(
                    new BudgetCell(programme, state.budgetLineId(), year), id, before, entitled(), "award " + number);
        }
    }

    void account(AccountabilityRequest request, LocalDate handedInOn, String subject) {
        refuseUnlessAllowed(AwardAction.ACCOUNTABILITY);
        state.account(request, handedInOn, subject);
    }

    void amend(AmendmentRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.AMENDMENT);
        var before = entitled();
        var allowed = allowed();
        state.amend(request.amount(), request.totalCost());
        plan.replace(this, request.instalments(), before, allowed, by);
        if (request.period() != null) {
            runOver(request.period(), request.accountabilityDue());
        } else if (request.accountabilityDue() != null) {
            accountabilityDue = request.accountabilityDue();
        }
        decide(AwardDecisionKind.AMENDMENT, day, by.subject(), by).because(null, request.reasons());
    }

    void settle(SettlementRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.SETTLEMENT);
        state.refuseEarlySettlement(request.isExOfficio());
        state.settle(request.amount());
        decide(AwardDecisionKind.SETTLEMENT, day, by.subject(), by)
                .exOfficio(request.isExOfficio())
                .because(null, request.reasons());
    }

    void revoke(RevocationRequest request, LocalDate day, PerformedBy by) {
        refuseUnlessAllowed(AwardAction.REVOCATION);
        state.revoke();
        decide(AwardDecisionKind.REVOCATION, day, by.subject(), by).because(request.ground(), request.reasons());
    }

    /** Holds room for a payment, of a part of the plan when one is named; 409 with what is left. */
    void reserve(Integer instalment, UUID disbursement, Money payment) {
        refuseUnlessAllowed(AwardAction.DISBURSEMENTS);
        if (instalment != null) {
            plan.reserve(instalment, disbursement, payment);
        }
        state.reserve(payment, number);
    }

    /** Gives back what was held for a payment that will not be made. */
    void free(UUID disbursement, Money payment) {
        state.free(payment);
        plan.free(disbursement);
    }

    /** What was held is paid; 409 without a budget line. */
    void pay(UUID disbursement, Money payment, LocalDate on) {
        refuseWithoutLine();
        state.pay(payment);
        plan.pay(disbursement, on);
    }

    /** Claims back what was paid without right to it; 409 with what is left to claim. */
    void claim(Money claimed) {
        refuseUnlessAllowed(AwardAction.RECLAIMS);
        state.claim(claimed, number);
    }

    Set<AwardAction> allowed() {
        return state.allowed();
    }

    /** 409 with what is allowed when this action is not. */
    void refuseUnlessAllowed(AwardAction action) {
        state.refuseUnlessAllowed(action);
        if (action.movesMoney()) {
            refuseWithoutLine();
        }
    }

    private void refuseWithoutLine() {
        if (!state.isCharged()) {
            throw ProblemException.of(
                    ProblemType.BUDGET_LINE_MISSING,
                    Text.of("award.budget-line-missing", number, AwardResource.PATH + "/" + id));
        }
    }

    /** What the recipient has a right to as things stand. */
    BigDecimal entitled() {
        return state.entitled();
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

    AwardSnapshot snapshot() {
        return new AwardSnapshot(
                id,
                programme,
                scheme,
                number,
                organisationId,
                state.fundingInstrument(),
                state.status(),
                purpose,
                state.amount(),
                state.totalCost(),
                state.budgetLineId(),
                year,
                decidedOn,
                state.reclaimable());
    }

    AwardDescriptionRequest description() {
        return new AwardDescriptionRequest(title, projectId, officer, track, actionLine, state.budgetLineId(), note);
    }

    AwardResponse toResponse(Caller caller) {
        return new AwardResponse(
                id,
                programme,
                scheme,
                state.fundingInstrument(),
                number,
                organisationId,
                applicationId,
                projectId,
                title,
                state.status(),
                state.amount(),
                state.totalCost(),
                purpose,
                state.settledAmount(),
                state.reserved(),
                state.disbursed(),
                state.left(),
                state.reclaimed(),
                state.reclaimable(),
                state.budgetLineId(),
                year,
                decidedOn,
                decidedBy,
                officer,
                new Period(periodFrom, periodUntil),
                accountabilityDue,
                state.accountability(),
                track,
                actionLine,
                place == null ? null : place.toPlace(),
                List.of(partnerMunicipalities),
                plan.toResponse(),
                decisions.stream().map(AwardDecision::toResponse).toList(),
                source,
                note,
                state.isCharged() ? List.of() : List.of(AwardResponse.Warning.NO_BUDGET_LINE),
                createdAt,
                etag(),
                Stream.concat(allowed().stream(), Stream.of(AwardAction.UPDATE))
                        .filter(action -> action.isFor(caller))
                        .map(AwardAction::path)
                        .toList());
    }
}
