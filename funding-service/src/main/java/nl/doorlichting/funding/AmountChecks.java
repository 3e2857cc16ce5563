package nl.doorlichting.funding;

import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Checks of amounts that are paid. Only budget entries are signed. */
public final class AmountChecks {
    private AmountChecks() {}

    /** Notes an amount that is not above zero; null passes. */
    public static void positive(String pointer, Money money, List<Violation> violations) {
        if (money != null && money.amount().signum() <= 0) {
            violations.add(refused(pointer, "0.01", "The amount must be more than zero."));
        }
    }

    /** Notes an amount below zero; null passes. */
    public static void notNegative(String pointer, Money money, List<Violation> violations) {
        if (money != null && money.isNegative()) {
            violations.add(refused(pointer, "0.00", "The amount must not be below zero."));
        }
    }

    private static Violation refused(String pointer, String minimum, String detail) {
        return Violation.body(pointer + "/amount", ViolationCode.OUT_OF_RANGE, Map.of("minimum", minimum), detail);
    }
}
