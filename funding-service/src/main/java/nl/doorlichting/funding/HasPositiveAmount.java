package nl.doorlichting.funding;

import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/** A request whose amount is more than zero, where it is stated. */
public interface HasPositiveAmount extends HasCrossFieldRules {
    Money amount();

    @Override
    default List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        RangeChecks.positive("/amount", amount(), violations);
        return violations;
    }
}
