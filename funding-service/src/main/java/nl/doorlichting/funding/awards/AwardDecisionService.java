package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.time.DutchCalendar;

/** Decides about an award after it was granted. The state of the award may not allow it: 409. */
@ApplicationScoped
class AwardDecisionService {
    private final AwardRepository awards;
    private final AwardChecks checks;
    private final BudgetLedger budget;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AwardDecisionService(
            AwardRepository awards,
            AwardChecks checks,
            BudgetLedger budget,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.awards = awards;
        this.checks = checks;
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

    @Transactional
    AwardResponse amend(UUID id, AmendmentRequest request) {
        var award = awards.held(id);
        var before = award.entitled();
        var allowed = award.allowed();
        var decidedOn = decided(request.decidedOn());
        award.amend(request, decidedOn, by());
        checks.refuseAmended(award.snapshot(), award.entitled().subtract(before), decidedOn, allowed);
        return booked(award, before);
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

    private LocalDate decided(LocalDate stated) {
        return calendar.todayOrBefore(stated, "/decidedOn");
    }

    private PerformedBy by() {
        return new PerformedBy(caller.get().subject(), calendar.now());
    }

    private AwardResponse booked(Award award, BigDecimal before) {
        award.bookCommitment(budget, before);
        awards.flush();
        return award.toResponse(caller.get());
    }
}
