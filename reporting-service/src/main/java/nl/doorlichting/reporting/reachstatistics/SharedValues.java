package nl.doorlichting.reporting.reachstatistics;

import java.util.HashMap;
import java.util.Map;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.quantity.QuantitySum;

/** One object for all facts that state the same places, the same days or the same of everything else. For one thread. */
final class SharedValues {
    private static final int MOST = 20_000;

    private final Map<Object, Object> values = new HashMap<>();

    Fact<QuantitySum> in(Fact<QuantitySum> fact) {
        return fact.during(one(fact.periods())).in(one(fact.municipalities())).stating(one(fact.stated()));
    }

    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        if (values.size() >= MOST) {
            clear();
        }
        return (T) values.computeIfAbsent(value, first -> first);
    }

    void clear() {
        values.clear();
    }
}
