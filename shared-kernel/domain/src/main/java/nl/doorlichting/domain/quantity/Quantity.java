package nl.doorlichting.domain.quantity;

/**
 * A count as it was reported, in whole units (people, participations, sessions), with what is known about its
 * certainty. A constructor refuses with an {@link IllegalArgumentException} what no count can be: a negative number,
 * one above {@link #MAXIMUM}, a range upside down, a margin wider than the value, an empty text.
 *
 * <p>Source: docs/design/figures.md#quantity; the kinds are those that occur in policy review 25.1.
 */
public sealed interface Quantity {

    /** No count of people or events in a country comes near; it keeps a million figures addable in a {@code long}. */
    long MAXIMUM = 1_000_000_000L;

    /** Which of the six it is. */
    QuantityKind kind();

    /** Counted. */
    record Exact(long value) implements Quantity {
        public Exact {
            QuantityRules.count("value", value);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.EXACT;
        }
    }

    /** About so many; {@code plusMinus} is the reporter's own margin, null where none was given. */
    record Approximate(long value, Long plusMinus) implements Quantity {
        public Approximate {
            QuantityRules.count("value", value);
            QuantityRules.margin(plusMinus, value);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.APPROXIMATE;
        }
    }

    /** Between two counts, both included. */
    record Range(long minimum, long maximum) implements Quantity {
        public Range {
            QuantityRules.count("minimum", minimum);
            QuantityRules.count("maximum", maximum);
            QuantityRules.upright(minimum, maximum);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.RANGE;
        }
    }

    /** So many or more; "more than 1000" is kept as at least 1000 too. */
    record AtLeast(long value) implements Quantity {
        public AtLeast {
            QuantityRules.count("value", value);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.AT_LEAST;
        }
    }

    /** A word instead of a number ("duizenden"): listed, never added. */
    record Vague(String text) implements Quantity {
        public Vague {
            QuantityRules.text("text", text);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.VAGUE;
        }
    }

    /** Not measured, with the reason: neither 0 nor absent. */
    record NotMeasured(String reason) implements Quantity {
        public NotMeasured {
            QuantityRules.text("reason", reason);
        }

        @Override
        public QuantityKind kind() {
            return QuantityKind.NOT_MEASURED;
        }
    }
}
