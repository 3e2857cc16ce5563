package nl.doorlichting.domain.quantity;

import nl.doorlichting.domain.quantity.Quantity.Approximate;
import nl.doorlichting.domain.quantity.Quantity.AtLeast;
import nl.doorlichting.domain.quantity.Quantity.Exact;
import nl.doorlichting.domain.quantity.Quantity.Range;

/** How each kind enters a sum; {@link QuantitySql} says the same in SQL, and a test holds the two together. */
final class QuantitySummand {

    private QuantitySummand() {}

    static QuantitySum of(Quantity quantity) {
        if (quantity instanceof Exact exact) {
            return new QuantitySum(2 * exact.value(), exact.value(), exact.value(), 0, 1, 0, 0, 0, 0, 0);
        }
        if (quantity instanceof Approximate approximate) {
            return ofApproximate(approximate);
        }
        if (quantity instanceof Range range) {
            return ofRange(range.minimum(), range.maximum());
        }
        if (quantity instanceof AtLeast atLeast) {
            return new QuantitySum(2 * atLeast.value(), atLeast.value(), atLeast.value(), 0, 0, 0, 0, 1, 0, 0);
        }
        return ofUncounted(quantity.kind());
    }

    private static QuantitySum ofApproximate(Approximate quantity) {
        long value = quantity.value();
        long margin = quantity.plusMinus() == null ? 0 : quantity.plusMinus();
        long withoutMargin = quantity.plusMinus() == null ? 1 : 0;
        return new QuantitySum(2 * value, value - margin, value + margin, withoutMargin, 0, 1, 0, 0, 0, 0);
    }

    private static QuantitySum ofRange(long minimum, long maximum) {
        return new QuantitySum(minimum + maximum, minimum, maximum, 0, 0, 0, 1, 0, 0, 0);
    }

    private static QuantitySum ofUncounted(QuantityKind kind) {
        boolean vague = kind == QuantityKind.VAGUE;
        return new QuantitySum(0, 0, 0, 0, 0, 0, 0, 0, vague ? 1 : 0, vague ? 0 : 1);
    }
}
