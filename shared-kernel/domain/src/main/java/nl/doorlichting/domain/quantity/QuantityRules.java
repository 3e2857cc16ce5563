package nl.doorlichting.domain.quantity;

/** What no count can be, said once for the six kinds. */
final class QuantityRules {

    private QuantityRules() {}

    static void count(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
        if (value > Quantity.MAXIMUM) {
            throw new IllegalArgumentException(name + " is above " + Quantity.MAXIMUM + ": " + value);
        }
    }

    static void margin(Long plusMinus, long value) {
        if (plusMinus == null) {
            return;
        }
        count("plusMinus", plusMinus);
        if (plusMinus > value) {
            throw new IllegalArgumentException("plusMinus " + plusMinus + " is above value " + value);
        }
    }

    static void upright(long minimum, long maximum) {
        if (minimum > maximum) {
            throw new IllegalArgumentException("minimum " + minimum + " is above maximum " + maximum);
        }
    }

    static void text(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
    }
}
