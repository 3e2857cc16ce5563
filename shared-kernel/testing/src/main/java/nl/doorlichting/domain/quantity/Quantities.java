package nl.doorlichting.domain.quantity;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random quantities of every kind. The same seed gives the same quantities. */
public final class Quantities {

    private static final int MANY = 40;

    private Quantities() {}

    /** Up to forty of them. */
    public static List<Quantity> random(Random random) {
        return Stream.generate(() -> one(random)).limit(random.nextInt(MANY)).toList();
    }

    /** One of any kind. */
    public static Quantity one(Random random) {
        long value = random.nextInt(1000);
        return switch (random.nextInt(7)) {
            case 0 -> new Quantity.Exact(value);
            case 1 -> new Quantity.Approximate(value, null);
            case 2 -> new Quantity.Approximate(value, value / 3);
            case 3 -> new Quantity.Range(value, value + random.nextInt(50));
            case 4 -> new Quantity.AtLeast(value);
            case 5 -> new Quantity.Vague("duizenden");
            default -> new Quantity.NotMeasured("use was not tracked");
        };
    }
}
