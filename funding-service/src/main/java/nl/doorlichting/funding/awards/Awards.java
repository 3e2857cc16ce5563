package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.funding.schemes.SchemeCondition;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.time.DutchCalendar;

/** What other features need of awards, in their transaction. A change locks the award, so that two at once queue. */
@ApplicationScoped
public class Awards {
    private final AwardRepository awards;
    private final AwardChecks checks;
    private final AwardService service;
    private final BudgetLedger budget;
    private final Programmes programmes;
    private final DutchCalendar calendar;

    Awards(
            AwardRepository awards,
            AwardChecks checks,
            AwardService service,
            BudgetLedger budget,
            Programmes programmes,
            DutchCalendar calendar) {
        this.awards = awards;
        this.checks = checks;
        this.service = service;
        this.budget = budget;
        this.programmes = programmes;
        this.calendar = calendar;
    }

    /** The award; 404 when it is not there or not visible to the caller. */
    public AwardBasis get(UUID id) {
        return awards.visible(id).basis();
    }

    /** The same, locked until the transaction ends. */
    public AwardBasis hold(UUID id) {
        return awards.held(id).basis();
    }

    /** The award, if it is there and visible to the caller. */
    public Optional<AwardBasis> find(UUID id) {
        return awards.find(id).map(Award::basis);
    }

    /** Day of the decision about it that was taken last. */
    public LocalDate lastDecidedOn(UUID id) {
        return awards.visible(id).lastDecidedOn();
    }

    /** 409 with what is allowed when the award, which is withdrawn, takes no condition. */
    public void refuseConditions(UUID id) {
        awards.visible(id).refuseUnlessAllowed(AwardAction.CONDITIONS);
    }

    /** The budget line that its payments are charged to; null while it stands without one. */
    public UUID budgetLine(UUID id) {
        return awards.visible(id).description().budgetLineId();
    }

    /** Whether the caller sees what belongs to this organisation's awards. */
    public boolean shows(String organisationId) {
        return awards.shows(organisationId);
    }

    /** Narrows a list to what the caller sees. The path leads to the organisation of the award. */
    public Filter narrow(Filter filter, String organisationPath) {
        return awards.narrow(filter, organisationPath);
    }

    /** Subjects that decided about each award: they do not release its payments (docs/design/rules.md#four-eyes). */
    public Map<UUID, Set<String>> deciders(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : awards.deciders(ids);
    }

    /**
     * Notes what else than kind and share stands in the way of an award that is decided on this day: its recipient
     * must be there, and there must be a line to charge it to, stated or the scheme's.
     */
    public void check(
            String organisationId, LocalDate day, Scheme scheme, UUID budgetLineId, List<Violation> violations) {
        checks.checkRecipient(organisationId, day, violations);
        AwardChecks.checkLine(scheme, budgetLineId, violations);
    }

    /** Notes a year that is not the programme's, and parts that are due before the day of the decision; null passes. */
    public void check(
            String programme, Integer year, AwardRequest.Terms stated, LocalDate day, List<Violation> violations) {
        programmes.checkYear(programme, year, violations);
        stated.checkDays(day, null, violations);
    }

    /** 409 when the programme has no such line of its budget; null passes. */
    public void refuseUnknownLine(String programme, UUID budgetLineId) {
        budget.refuseUnknown(programme, budgetLineId);
    }

    /** A number for the award of a decision that is taken today. */
    public String nextNumber() {
        return awards.nextNumber(calendar.today().getYear());
    }

    /**
     * Makes the award of an application that is granted. It is refused as an award that is recorded by hand would be:
     * 400 for a share outside the bounds, 409 without room in the budget.
     *
     * @param conditions duties that the decision attaches to it besides those of its scheme
     * @return id of the award
     */
    public UUID grant(
            AwardBasis basis,
            AwardDescription description,
            AwardRequest.Terms terms,
            List<SchemeCondition> conditions) {
        return service.make(basis, description, terms, null, conditions).id();
    }

    /** Notes a part that the plan of the award does not have, or a payment of one that is another amount. */
    public void checkPayment(UUID id, Integer instalment, Money amount, List<Violation> violations) {
        awards.visible(id).checkPayment(instalment, amount, violations);
    }

    /** Those of these organisations that are not there today, so that nothing is paid to them. */
    public Set<String> gone(Collection<String> organisationIds) {
        return awards.gone(organisationIds);
    }

    /**
     * Holds room for a payment, of a part of the plan when one is named; 409 with what is left.
     *
     * @return day of that part; null without one
     */
    public LocalDate reserve(UUID id, Integer instalment, UUID disbursement, Money amount) {
        return payable(id).reserve(instalment, disbursement, amount);
    }

    /** The award, locked; 409 for one whose recipient is not there any more, as a decision of today would be refused. */
    private Award payable(UUID id) {
        var award = awards.held(id);
        var violations = new ArrayList<Violation>();
        checks.checkRecipient(award.basis().organisationId(), calendar.today(), violations);
        if (!violations.isEmpty()) {
            throw award.refusal(violations.get(0).detail());
        }
        return award;
    }

    /** Gives back what was held for a payment that will not be made. */
    public void free(UUID id, UUID disbursement, Money amount) {
        awards.held(id).free(disbursement, amount);
    }

    /** What was held for this payment is paid today. */
    public void pay(UUID id, UUID disbursement, Money amount) {
        payable(id).pay(disbursement, amount, calendar.today());
    }

    /** Takes so much of a claim back. */
    public void unclaim(UUID id, Money amount) {
        awards.held(id).unclaim(amount);
    }

    /**
     * So much of what was claimed came back; below zero, so much less than was recorded.
     *
     * @param source of the entries in the ledger; null when the ledger has it already
     */
    public void recover(UUID id, Money amount, String source) {
        awards.held(id).recover(budget, amount, source);
    }

    /**
     * Claims back what was paid without right to it; 409 with what is left to claim.
     *
     * @param before what the same claim came to before; zero for a new one
     * @param actions what can be done with that claim; null for a new one
     */
    public void claim(UUID id, Money amount, Money before, List<String> actions) {
        awards.held(id).claim(amount, before, actions);
    }
}
