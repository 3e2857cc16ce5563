package nl.doorlichting.training;

import java.util.OptionalLong;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.Quantity.Approximate;
import nl.doorlichting.domain.quantity.Quantity.AtLeast;
import nl.doorlichting.domain.quantity.Quantity.Exact;
import nl.doorlichting.domain.quantity.Quantity.Range;

/** What a stated count is for certain, so that another one can contradict it. An unknown margin or a word says nothing. */
public final class StatedBounds {
    private StatedBounds() {}

    /** The count is this or more. */
    public static OptionalLong lowest(Quantity stated) {
        if (stated instanceof Exact exact) {
            return OptionalLong.of(exact.value());
        }
        if (stated instanceof Range range) {
            return OptionalLong.of(range.minimum());
        }
        if (stated instanceof AtLeast atLeast) {
            return OptionalLong.of(atLeast.value());
        }
        return stated instanceof Approximate about && about.plusMinus() != null
                ? OptionalLong.of(about.value() - about.plusMinus())
                : OptionalLong.empty();
    }

    /** The count is this or less. */
    public static OptionalLong highest(Quantity stated) {
        if (stated instanceof Exact exact) {
            return OptionalLong.of(exact.value());
        }
        if (stated instanceof Range range) {
            return OptionalLong.of(range.maximum());
        }
        return stated instanceof Approximate about && about.plusMinus() != null
                ? OptionalLong.of(about.value() + about.plusMinus())
                : OptionalLong.empty();
    }
}
