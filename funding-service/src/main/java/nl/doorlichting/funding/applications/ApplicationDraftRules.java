package nl.doorlichting.funding.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What may not be in any application, a draft included; what must be there is for submission. */
final class ApplicationDraftRules {
    private ApplicationDraftRules() {}

    static List<Violation> violations(ApplicationRequest request) {
        var violations = new ArrayList<Violation>();
        AmountChecks.notNegative("/ownContribution", request.ownContribution(), violations);
        AmountChecks.notNegative("/otherFunding", request.otherFunding(), violations);
        AmountChecks.positive("/requestedAmount", request.requestedAmount(), violations);
        var costs = request.costs();
        for (int i = 0; i < costs.size(); i++) {
            var amount = costs.get(i) == null ? null : costs.get(i).amount();
            AmountChecks.positive("/costs/" + i + "/amount", amount, violations);
        }
        checkSum(costs, violations);
        return violations;
    }

    /** Each line may be as large as an amount can be; their sum must still be one. */
    private static void checkSum(List<CostLineRequest> costs, List<Violation> violations) {
        try {
            Money.sum(
                    Money.EURO,
                    costs.stream()
                            .filter(Objects::nonNull)
                            .map(CostLineRequest::amount)
                            .filter(Objects::nonNull)
                            .toList());
        } catch (IllegalArgumentException tooLarge) {
            violations.add(Violation.body(
                    "/costs", ViolationCode.OUT_OF_RANGE, Map.of(), "The lines come to more than an amount can be."));
        }
    }
}
