package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/** Decides about an award after it was granted. The state of the award may not allow it: 409. */
@ApplicationScoped
class AwardDecisionService implements BodyRules {
    private static final Set<Class<? extends Record>> DECISIONS = Set.of(
            AmendmentRequest.class,
            AccountabilityRequest.class,
            SettlementRequest.class,
            RevocationRequest.class,
            AwardWithdrawalRequest.class,
            SuccessionRequest.class);

    private final AwardRepository awards;
    private final AwardChecks checks;
    private final Schemes schemes;
    private final Programmes programmes;
    private final BudgetLedger budget;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AwardDecisionService(
            AwardRepository awards,
            AwardChecks checks,
            Schemes schemes,
            Programmes programmes,
            BudgetLedger budget,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.awards = awards;
        this.checks = checks;
        this.schemes = schemes;
        this.programmes = programmes;
        this.budget = budget;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    AwardResponse account(UUID id, AccountabilityRequest request) {
        var award = awards.held(id);
        var handedInOn =
                dayOf("/handedInOn", request.handedInOn(), award.basis().decidedOn());
        award.account(request, handedInOn, caller.get().subject());
        awards.flush();
        return award.toResponse();
    }

    /** Amends a subsidy, or replaces a decentralisation grant of which nothing is paid. */
    @Transactional
    AwardResponse amend(UUID id, AmendmentRequest request, boolean replaces) {
        var award = awards.held(id);
        award.refuseUnlessAllowed(replaces ? AwardAction.REPLACEMENT : AwardAction.AMENDMENT);
        ProblemException.refuse(violations(award, request));
        var before = award.entitled();
        var allowed = award.allowed();
        var decidedOn = request.decidedOn() == null ? calendar.today() : request.decidedOn();
        if (replaces) {
            award.replace(request, decidedOn, by());
        } else {
            award.amend(request, decidedOn, by());
        }
        refuseMore(award, award.entitled().subtract(before), allowed);
        return booked(award, before);
    }

    /** Notes what of the amendment does not fit the award and its scheme. Any field of the request can be null. */
    private List<Violation> violations(Award award, AmendmentRequest request) {
        var basis = award.basis();
        var violations = new ArrayList<Violation>();
        checkDay("/decidedOn", request.decidedOn(), award.lastDecidedOn(), violations);
        award.check(request.terms(), violations);
        var decidedOn = request.decidedOn() == null ? calendar.today() : request.decidedOn();
        checks.checkRecipient(basis.organisationId(), decidedOn, violations);
        if (award.keepsTerms(request)) {
            return violations;
        }
        if (award.isDecentralisationGrant()) {
            AwardRequest.refuseAccounting(request.accountabilityDue(), violations);
        }
        programmes.checkPeriod(basis.programme(), request.period(), violations);
        if (basis.scheme() != null) {
            var scheme = schemes.lock(basis.scheme()).orElseThrow();
            checks.checkKind(scheme, basis, violations);
            var amount = request.amount() == null ? award.amount() : request.amount();
            var totalCost = request.totalCost() == null ? award.totalCost() : request.totalCost();
            AwardChecks.checkShare(scheme, basis, amount, totalCost, violations);
        }
        return violations;
    }

    /** What else is wrong with a decision about an award that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return DECISIONS.contains(body.getClass())
                ? BodyRules.id(path)
                        .flatMap(awards::find)
                        .map(award -> further(award, body))
                        .orElse(List.of())
                : List.of();
    }

    private List<Violation> further(Award award, Record body) {
        var violations = new ArrayList<Violation>();
        if (body instanceof AmendmentRequest request) {
            return violations(award, request);
        }
        if (body instanceof AccountabilityRequest request) {
            checkDay("/handedInOn", request.handedInOn(), award.basis().decidedOn(), violations);
        } else if (body instanceof SettlementRequest request) {
            violations.addAll(violations(award, request));
        } else if (body instanceof RevocationRequest request) {
            checkDay("/decidedOn", request.decidedOn(), award.lastDecidedOn(), violations);
        } else if (body instanceof AwardWithdrawalRequest request) {
            checkDay("/decidedOn", request.decidedOn(), award.lastDecidedOn(), violations);
        } else if (body instanceof SuccessionRequest request) {
            checkDay("/decidedOn", request.decidedOn(), award.lastDecidedOn(), violations);
            if (violations.isEmpty()) {
                checkSuccessor(award, request, violations);
            }
        }
        return violations;
    }

    /** Notes another organisation than those that took the place of the recipient, where any did; null passes. */
    private void checkSuccessor(Award award, SuccessionRequest request, List<Violation> violations) {
        var recipient = award.basis().organisationId();
        var day = request.decidedOn() == null ? calendar.today() : request.decidedOn();
        var successors = awards.successors(recipient, day);
        if (request.organisationId() != null
                && !successors.isEmpty()
                && !successors.contains(request.organisationId())) {
            violations.add(Violation.body(
                    "/organisationId",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", successors),
                    Text.of("award.other-successor", recipient, successors)));
        }
    }

    /**
     * Refuses an amendment for which the scheme has no room. An award of the first release may have no scheme, and is not
     * raised (docs/adr/0046).
     *
     * @param more by which its amount changed
     * @param allowed what could be done before the amendment
     */
    private void refuseMore(Award award, BigDecimal more, Set<AwardAction> allowed) {
        var scheme = award.basis().scheme();
        if (scheme == null && more.signum() > 0) {
            throw AwardAction.refusal(Text.of("award.no-scheme-to-amend"), allowed);
        }
        if (scheme != null && more.signum() > 0) {
            // The award has its new amount already, and the sum with it.
            checks.refuseOverCeiling(schemes.lock(scheme).orElseThrow(), more, more);
        }
    }

    @Transactional
    AwardResponse settle(UUID id, SettlementRequest request) {
        var award = awards.held(id);
        award.refuseUnlessAllowed(AwardAction.SETTLEMENT);
        ProblemException.refuse(violations(award, request));
        var before = award.entitled();
        award.settle(request, request.decidedOn() == null ? calendar.today() : request.decidedOn(), by());
        return booked(award, before);
    }

    /** Notes what of the settlement does not fit the award. Any field of the request can be null. */
    private List<Violation> violations(Award award, SettlementRequest request) {
        var violations = new ArrayList<Violation>();
        checkDay("/decidedOn", request.decidedOn(), award.lastDecidedOn(), violations);
        award.checkSettlement(request.amount(), violations);
        return violations;
    }

    @Transactional
    AwardResponse revoke(UUID id, RevocationRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        award.revoke(request, decided(award, request.decidedOn()), by());
        return booked(award, before);
    }

    @Transactional
    AwardResponse withdraw(UUID id, AwardWithdrawalRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        award.withdraw(request.reasons(), decided(award, request.decidedOn()), by());
        return booked(award, before);
    }

    /** Moves a decentralisation grant to the organisation that took the place of its recipient. */
    @Transactional
    AwardResponse move(UUID id, SuccessionRequest request) {
        var award = awards.held(id);
        award.refuseUnlessAllowed(AwardAction.SUCCESSION);
        var decidedOn = decided(award, request.decidedOn());
        var recipient = award.basis().organisationId();
        var successors = awards.successors(recipient, decidedOn);
        if (successors.isEmpty()) {
            throw award.refusal(Text.of("award.no-successor", recipient, decidedOn));
        }
        var violations = new ArrayList<Violation>();
        checkSuccessor(award, request, violations);
        ProblemException.refuse(violations);
        award.leaveRecipient(request.reasons(), decidedOn, by());
        awards.move(award, request.organisationId());
        return award.toResponse();
    }

    private LocalDate decided(Award award, LocalDate stated) {
        return dayOf("/decidedOn", stated, award.lastDecidedOn());
    }

    /** The day stated, or today; 400 for one in the future or before what it follows. */
    private LocalDate dayOf(String pointer, LocalDate stated, LocalDate earliest) {
        var violations = new ArrayList<Violation>();
        checkDay(pointer, stated, earliest, violations);
        ProblemException.refuse(violations);
        return stated == null ? calendar.today() : stated;
    }

    private void checkDay(String pointer, LocalDate stated, LocalDate earliest, List<Violation> violations) {
        ProblemException.note(violations, () -> calendar.refuseFuture(stated, pointer));
        RangeChecks.notBefore(pointer, stated, earliest, violations);
    }

    private PerformedBy by() {
        return new PerformedBy(caller.get().subject(), calendar.now());
    }

    private AwardResponse booked(Award award, BigDecimal before) {
        award.bookCommitment(budget, before);
        awards.flushFigures();
        return award.toResponse();
    }
}
