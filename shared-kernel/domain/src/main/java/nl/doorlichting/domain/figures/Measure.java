package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of figure that merges in any order and in any grouping.
 *
 * @param none makes one with nothing merged yet
 * @param plus both together; it may add to the first, which is not used afterwards
 * @param counts what a figure counts, by name and each apart: a tally holds only what it counts itself
 */
public record Measure<M>(Supplier<M> none, BinaryOperator<M> plus, Function<M, Map<String, M>> counts) {

    /** A figure that counts one thing. */
    public Measure(Supplier<M> none, BinaryOperator<M> plus) {
        this(none, plus, figure -> Map.of("", figure));
    }

    /** A figure that never changes. */
    public Measure(M none, BinaryOperator<M> plus) {
        this(() -> none, plus);
    }

    /** Keeps everything, for a figure that is more than the sum of two. */
    public static <E> Measure<List<E>> listed() {
        return new Measure<List<E>>(() -> new ArrayList<>(), (all, more) -> {
            all.addAll(more);
            return all;
        });
    }
}
