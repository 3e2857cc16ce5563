package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/** Decides about an award after it was granted. The state of the award may not allow it: 409. */
@ApplicationScoped
class AwardDecisionService {
    private final AwardRepository awards;
    private final AwardChecks checks;
    private final Schemes schemes;
    private final BudgetLedger budget;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AwardDecisionService(
            AwardRepository awards,
            AwardChecks checks,
            Schemes schemes,
            BudgetLedger budget,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.awards = awards;
        this.checks = checks;
        this.schemes = schemes;
        this.budget = budget;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    AwardResponse account(UUID id, AccountabilityRequest request) {
        var award = awards.held(id);
        var handedInOn = calendar.todayOrBefore(request.handedInOn(), "/handedInOn");
        award.account(request, handedInOn, caller.get().subject());
        awards.flush();
        return award.toResponse(caller.get());
    }

    /** Amends a subsidy, or replaces a decentralisation grant of which nothing is paid. */
    @Transactional
    AwardResponse amend(UUID id, AmendmentRequest request, boolean replaces) {
        var award = awards.held(id);
        var before = award.entitled();
        var allowed = award.allowed();
        var decidedOn = decided(request.decidedOn());
        if (replaces) {
            award.replace(request, decidedOn, by());
        } else {
            award.amend(request, decidedOn, by());
        }
        if (!request.changesPlanOnly()) {
            refuseUnfit(award, request, award.entitled().subtract(before), decidedOn, allowed);
        }
        return booked(award, before);
    }

    /**
     * Refuses an award that, as it was amended on this day, does not fit. An award of the first release may have no scheme
     * (docs/adr/0046).
     *
     * @param more by which its amount changed
     * @param allowed what could be done before the amendment
     */
    private void refuseUnfit(
            Award award, AmendmentRequest request, BigDecimal more, LocalDate decidedOn, Set<AwardAction> allowed) {
        var grant = award.grant();
        var violations = new ArrayList<Violation>();
        checks.checkRecipient(grant.organisationId(), decidedOn, violations);
        if (award.isGrant()) {
            AwardRequest.refuseAccounting(request.accountabilityDue(), violations);
        }
        if (request.period() != null) {
            checks.checkPeriod(grant.programme(), request.period(), violations);
        }
        if (grant.scheme() == null) {
            AwardChecks.refuse(violations);
            if (more.signum() > 0) {
                throw AwardAction.refusal(Text.of("award.no-scheme-to-amend"), allowed);
            }
            return;
        }
        var terms = schemes.lock(grant.scheme()).orElseThrow();
        checks.checkKind(terms, grant, violations);
        AwardChecks.checkShare(terms, grant, award.amount(), award.totalCost(), violations);
        AwardChecks.refuse(violations);
        // The award has its new amount already, and the sum with it.
        checks.refuseOverCeiling(terms, more, more);
    }

    @Transactional
    AwardResponse settle(UUID id, SettlementRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        award.settle(request, decided(request.decidedOn()), by());
        return booked(award, before);
    }

    @Transactional
    AwardResponse revoke(UUID id, RevocationRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        award.revoke(request, decided(request.decidedOn()), by());
        return booked(award, before);
    }

    @Transactional
    AwardResponse withdraw(UUID id, WithdrawalRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        award.withdraw(request.reasons(), decided(request.decidedOn()), by());
        return booked(award, before);
    }

    /** Moves a decentralisation grant to the organisation that took the place of its recipient. */
    @Transactional
    AwardResponse move(UUID id, SuccessionRequest request) {
        var award = awards.held(id);
        award.refuseUnlessAllowed(AwardAction.SUCCESSION);
        var decidedOn = decided(request.decidedOn());
        var recipient = award.grant().organisationId();
        var successors = awards.successors(recipient, decidedOn);
        if (successors.isEmpty()) {
            throw award.refusal(Text.of("award.no-successor", recipient, decidedOn));
        }
        if (!successors.contains(request.organisationId())) {
            throw ProblemException.violation(Violation.body(
                    "/organisationId",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", successors),
                    Text.of("award.other-successor", recipient, successors)));
        }
        award.leaveRecipient(request.reasons(), decidedOn, by());
        awards.move(award, request.organisationId());
        return award.toResponse(caller.get());
    }

    private LocalDate decided(LocalDate stated) {
        return calendar.todayOrBefore(stated, "/decidedOn");
    }

    private PerformedBy by() {
        return new PerformedBy(caller.get().subject(), calendar.now());
    }

    private AwardResponse booked(Award award, BigDecimal before) {
        award.bookCommitment(budget, before);
        awards.flushFigures();
        return award.toResponse(caller.get());
    }
}
