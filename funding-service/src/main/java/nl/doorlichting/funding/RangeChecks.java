package nl.doorlichting.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Checks of amounts that are paid, and of days that follow others. Of amounts, only budget entries are signed. */
public final class RangeChecks {
    private RangeChecks() {}

    /** Notes an amount that is not above zero; null passes. */
    public static void positive(String pointer, Money money, List<Violation> violations) {
        if (money != null && money.amount().signum() <= 0) {
            violations.add(refused(pointer, "0.01", Text.of("amount.not-positive")));
        }
    }

    /** Notes an amount below zero; null passes. */
    public static void notNegative(String pointer, Money money, List<Violation> violations) {
        if (money != null && money.isNegative()) {
            violations.add(refused(pointer, "0.00", Text.of("amount.negative")));
        }
    }

    /** Notes an amount below this one; null passes. */
    public static void notBelow(
            String pointer, Money money, BigDecimal least, Text detail, List<Violation> violations) {
        if (money != null && money.amount().compareTo(least) < 0) {
            violations.add(refused(pointer, least.toPlainString(), detail));
        }
    }

    /** Notes an amount above this one; null passes. */
    public static void notAbove(String pointer, Money money, BigDecimal most, Text detail, List<Violation> violations) {
        if (money != null && money.amount().compareTo(most) > 0) {
            violations.add(Violation.body(
                    pointer + "/amount", ViolationCode.OUT_OF_RANGE, Map.of("maximum", most.toPlainString()), detail));
        }
    }

    /** Notes a day before the one that it follows: nothing is handed in, due or decided before a decision; null passes. */
    public static void notBefore(String pointer, LocalDate day, LocalDate earliest, List<Violation> violations) {
        if (day != null && earliest != null && day.isBefore(earliest)) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", earliest.toString()),
                    Text.of("day.too-early", earliest)));
        }
    }

    private static Violation refused(String pointer, String minimum, Text detail) {
        return Violation.body(pointer + "/amount", ViolationCode.OUT_OF_RANGE, Map.of("minimum", minimum), detail);
    }
}
