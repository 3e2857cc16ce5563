package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetRoom;

/** Books what an award promises as a commitment of its budget line. An award of the first release may have no line. */
@ApplicationScoped
class AwardBooking {
    private final BudgetRoom budget;

    AwardBooking(BudgetRoom budget) {
        this.budget = budget;
    }

    /** 409 when the programme has no such line. */
    void refuseUnknown(String programme, UUID line) {
        budget.refuseUnknown(programme, line);
    }

    /** Brings what is booked from one amount to the other; 409 with what is left. */
    void change(AwardSummary award, BigDecimal before, BigDecimal after) {
        var difference = after.subtract(before);
        if (award.budgetLineId() == null || difference.signum() == 0) {
            return;
        }
        var cell = new BudgetCell(award.programme(), award.budgetLineId(), award.year());
        var source = "award " + award.number();
        if (difference.signum() > 0) {
            budget.commit(cell, award.id(), new Money(difference, Money.EURO), source);
            return;
        }
        budget.takeBack(cell, award.id(), new Money(difference.negate(), Money.EURO), source);
    }
}
