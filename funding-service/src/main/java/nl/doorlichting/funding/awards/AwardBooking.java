package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetRoom;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What an award promises stands in the budget as a commitment; one of the first release without a line stands nowhere. */
@ApplicationScoped
class AwardBooking {
    private final BudgetRoom budget;
    private final Event<AwardCharged> charged;

    AwardBooking(BudgetRoom budget, Event<AwardCharged> charged) {
        this.budget = budget;
        this.charged = charged;
    }

    /** Books what a new award promises; 409 with what is left, or when the line is not of the programme. */
    void promise(Award award) {
        budget.refuseUnknown(award.programme, award.budgetLineId);
        change(award, BigDecimal.ZERO, award.amount);
    }

    /**
     * Charges an award that has no line yet, which must be held, to this one: what it promises, and what is paid and
     * reserved of it. 409 with what is left. A line that it has stays: what is booked does not move.
     */
    void charge(Award award, UUID line) {
        if (Objects.equals(award.budgetLineId, line)) {
            return;
        }
        if (award.budgetLineId != null) {
            throw ProblemException.violation(Violation.body(
                    "/budgetLineId", ViolationCode.NOT_ALLOWED, "What is booked for the award stays on its line."));
        }
        budget.refuseUnknown(award.programme, line);
        award.budgetLineId = line;
        change(award, BigDecimal.ZERO, award.entitled());
        charged.fire(new AwardCharged(AwardSummary.of(award)));
    }

    /** Brings what is booked from one amount to the other. */
    void change(Award award, BigDecimal before, BigDecimal after) {
        var difference = after.subtract(before);
        if (award.budgetLineId == null || difference.signum() == 0) {
            return;
        }
        var cell = new BudgetCell(award.programme, award.budgetLineId, award.year);
        var source = "award " + award.number;
        if (difference.signum() > 0) {
            budget.commit(cell, award.id, new Money(difference, Money.EURO), source);
            return;
        }
        budget.takeBack(cell, award.id, new Money(difference.negate(), Money.EURO), source);
    }
}
