package nl.doorlichting.funding.wins;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/** What every request states of a {@link Win}. */
interface WinRequest extends HasCrossFieldRules {
    String programme();

    Integer year();

    String winner();

    String organisationId();

    UUID projectId();

    Money amount();

    String source();

    String reference();

    String note();

    @Override
    default List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        AmountChecks.positive("/amount", amount(), violations);
        return violations;
    }
}
