package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetRoom;
import nl.doorlichting.kernel.money.Money;

/** What an award promises stands in the budget as a commitment; one without a budget line stands nowhere. */
@ApplicationScoped
class AwardBooking {
    private final BudgetRoom budget;
    private final AwardSchemes schemes;

    AwardBooking(BudgetRoom budget, AwardSchemes schemes) {
        this.budget = budget;
        this.schemes = schemes;
    }

    /** The line that a new award is charged to: its own or its scheme's, null without either. */
    UUID line(AwardRequest request) {
        return request.budgetLineId() == null ? schemes.budgetLine(request.scheme()) : request.budgetLineId();
    }

    /** Books what a new award promises; 409 with what is left, or when the line is not of the programme. */
    void promise(Award award) {
        if (award.budgetLineId != null) {
            budget.refuseUnknown(award.programme, award.budgetLineId);
            change(award, BigDecimal.ZERO, award.amount);
        }
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
