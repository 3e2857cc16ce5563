package nl.doorlichting.funding.applications;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import nl.doorlichting.domain.money.Money;

/**
 * What it costs and who pays, in euros.
 *
 * @param totalCost sum of the cost lines
 * @param ownContribution null when not stated, which counts as nothing
 * @param otherFunding null when not stated, which counts as nothing
 * @param requestedAmount the state's part; null when not stated yet
 */
@Embeddable
record ApplicationFinancing(
        BigDecimal totalCost, BigDecimal ownContribution, BigDecimal otherFunding, BigDecimal requestedAmount) {

    static ApplicationFinancing of(ApplicationRequest request) {
        return new ApplicationFinancing(
                Money.sum(Money.EURO, request.amounts()).amount(),
                number(request.ownContribution()),
                number(request.otherFunding()),
                number(request.requestedAmount()));
    }

    /** The same with what holds where nothing is stated. */
    ApplicationFinancing statedOrUsual() {
        return new ApplicationFinancing(totalCost, orZero(ownContribution), orZero(otherFunding), requestedAmount);
    }

    /** What all payers together bring in. */
    BigDecimal paid() {
        return orZero(ownContribution).add(orZero(otherFunding)).add(orZero(requestedAmount));
    }

    private static BigDecimal number(Money money) {
        return money == null ? null : money.amount();
    }

    private static BigDecimal orZero(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
