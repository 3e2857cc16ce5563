package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.officers.Officers;
import nl.doorlichting.funding.schemes.SchemeCondition;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.time.DutchCalendar;

/** Makes and describes awards. {@link AwardDecisionService} decides about them later. */
@ApplicationScoped
class AwardService implements BodyRules {
    private final AwardRepository awards;
    private final AwardChecks checks;
    private final BudgetLedger budget;
    private final Officers officers;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final DutchCalendar calendar;
    private final AwardConditions conditions;
    private final AwardPayments payments;

    AwardService(
            AwardRepository awards,
            AwardChecks checks,
            BudgetLedger budget,
            Officers officers,
            CurrentCaller caller,
            RecordedPast past,
            DutchCalendar calendar,
            AwardConditions conditions,
            AwardPayments payments) {
        this.awards = awards;
        this.checks = checks;
        this.budget = budget;
        this.officers = officers;
        this.caller = caller;
        this.past = past;
        this.calendar = calendar;
        this.conditions = conditions;
        this.payments = payments;
    }

    @Transactional
    AwardResponse create(AwardRequest request) {
        officers.meet();
        var basis = request.basis(caller.get().subject());
        var award = make(basis, request.description(), request.terms(), request.outOfOrderReason(), List.of());
        awards.noteReader(List.of(award));
        return award.toResponse();
    }

    /** What else is wrong with an award that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof AwardRequest request ? checks.violations(request) : List.of();
    }

    /**
     * The award of a decision, in the transaction at hand.
     *
     * @param outOfOrderReason of an award without an application, against the order of allocation; else null
     * @param ownConditions those besides its scheme's
     */
    Award make(
            AwardBasis basis,
            AwardDescription stated,
            AwardRequest.Terms terms,
            String outOfOrderReason,
            List<SchemeCondition> ownConditions) {
        var scheme = checks.lockScheme(basis, stated, terms, outOfOrderReason);
        var description = stated.budgetLineId() == null ? stated.chargedTo(scheme.budgetLineId()) : stated;
        budget.refuseUnknown(basis.programme(), description.budgetLineId());
        var by = new PerformedBy(caller.get().subject(), calendar.now());
        var award = new Award(basis, description, terms, outOfOrderReason, by);
        awards.store(award);
        conditions.attachAll(award.id(), basis, ownConditions);
        // The entry of the ledger refers to the stored award.
        award.bookCommitment(budget, BigDecimal.ZERO);
        return award;
    }

    @Transactional
    AwardResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        var award = awards.visible(id);
        return past.isRead() ? award.toResponse(List.of()) : award.toResponse();
    }

    private Runnable[] checks(Award award, AwardDescription changed) {
        return new Runnable[] {
            () -> award.isFirstLine(changed.budgetLineId()),
            () -> checks.refuseChange(award.basis(), award.description(), changed)
        };
    }

    @Transactional
    AwardResponse describe(UUID id, String ifMatch, MergePatch patch) {
        officers.meet();
        var award = awards.held(id);
        IfMatch.refuseStale(ifMatch, award.etag());
        var changed = patch.applyTo(
                award.description(), AwardDescription.class, refused -> ProblemException.noted(checks(award, refused)));
        ProblemException.together(checks(award, changed));
        var charges = award.isFirstLine(changed.budgetLineId());
        var counted = !Objects.equals(award.description().includedIn(), changed.includedIn());
        award.describe(changed);
        if (charges) {
            award.bookCommitment(budget, BigDecimal.ZERO);
            payments.charge(id, changed.budgetLineId());
        }
        if (counted) {
            awards.flushFigures();
        }
        awards.flush();
        return award.toResponse();
    }
}
