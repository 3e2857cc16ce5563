package nl.doorlichting.funding.applications;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import nl.doorlichting.domain.money.Money;

/** One line of a cost breakdown, in euros. Null means not stated yet. */
@Embeddable
record CostLine(@Enumerated(EnumType.STRING) CostCategory category, String description, BigDecimal amount) {

    static CostLine of(CostLineRequest request) {
        var amount = request.amount();
        return new CostLine(request.category(), request.description(), amount == null ? null : amount.amount());
    }

    Money money() {
        return amount == null ? null : new Money(amount, Money.EURO);
    }
}
