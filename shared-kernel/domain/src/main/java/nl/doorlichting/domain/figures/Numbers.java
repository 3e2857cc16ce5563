package nl.doorlichting.domain.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers values in the order in which they come. */
final class Numbers<T> {
    private final List<T> known;
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    Numbers(List<T> known) {
        this.known = known;
        known.forEach(this::of);
    }

    int of(T value) {
        Integer number = numbers.get(value);
        if (number != null) {
            return number;
        }
        numbers.put(value, numbers.size());
        return numbers.size() - 1;
    }

    int size() {
        return numbers.size();
    }

    /** By their numbers. */
    List<T> values() {
        return numbers.size() == known.size() ? known : List.copyOf(numbers.keySet());
    }
}
