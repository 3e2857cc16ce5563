package nl.doorlichting.funding.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What an entry must say whatever is stored. Source: docs/design/rules.md#budget. */
final class BudgetEntryRules {
    private BudgetEntryRules() {}

    static List<Violation> violations(BudgetEntryRequest request) {
        var violations = new ArrayList<Violation>();
        checkReallocation("/destination", request.kind(), request.destination(), violations);
        checkReallocation("/reallocationReason", request.kind(), request.reallocationReason(), violations);
        checkZero(request, violations);
        checkTakenBack(request, violations);
        checkPositive("/roundedTo/amount", request.roundedTo(), violations);
        checkPositive("/belowThreshold/amount", request.belowThreshold(), violations);
        return violations;
    }

    private static void checkReallocation(
            String pointer, BudgetEntryKind kind, Object stated, List<Violation> violations) {
        if (kind == BudgetEntryKind.REALLOCATION && stated == null) {
            violations.add(Violation.body(pointer, ViolationCode.REQUIRED, "A reallocation needs this field."));
        }
        if (kind != null && kind != BudgetEntryKind.REALLOCATION && stated != null) {
            violations.add(Violation.body(pointer, ViolationCode.NOT_ALLOWED, "Only a reallocation has this field."));
        }
    }

    private static void checkZero(BudgetEntryRequest request, List<Violation> violations) {
        var zero = request.amount() != null && request.amount().amount().signum() == 0;
        if (zero && request.belowThreshold() == null) {
            violations.add(Violation.body(
                    "/amount/amount",
                    ViolationCode.OUT_OF_RANGE,
                    "An amount of zero is for what is only known to be less than belowThreshold."));
        }
    }

    // Taking back what was never booked would make room under a ceiling for more than there is.
    private static void checkTakenBack(BudgetEntryRequest request, List<Violation> violations) {
        var spends = request.kind() == BudgetEntryKind.COMMITMENT || request.kind() == BudgetEntryKind.DISBURSEMENT;
        if (spends && request.amount() != null && request.amount().isNegative() && request.corrects() == null) {
            violations.add(Violation.body(
                    "/corrects", ViolationCode.REQUIRED, "An amount below zero names the entry that it takes back."));
        }
    }

    private static void checkPositive(String pointer, Money money, List<Violation> violations) {
        if (money != null && money.amount().signum() <= 0) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", "0.01"),
                    "The amount must be more than zero."));
        }
    }
}
