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
 * @param overlapping several that may count the same people, together
 */
public record Measure<M>(
        Supplier<M> none,
        BinaryOperator<M> plus,
        Function<M, Map<String, M>> counts,
        Function<List<M>, M> overlapping) {

    /** A figure that counts one thing, of records that are never declared to overlap. */
    public Measure(Supplier<M> none, BinaryOperator<M> plus) {
        this(
                none,
                plus,
                figure -> Map.of("", figure),
                several -> several.stream().reduce(none.get(), plus));
    }

    /** A figure that never changes. */
    public Measure(M none, BinaryOperator<M> plus) {
        this(() -> none, plus);
    }

    /** The same for a figure that counts several things. */
    public Measure<M> counting(Function<M, Map<String, M>> several) {
        return new Measure<>(none, plus, several, overlapping);
    }

    /** The same for a figure of records that may be declared to overlap. */
    public Measure<M> overlapping(Function<List<M>, M> together) {
        return new Measure<>(none, plus, counts, together);
    }

    /** Keeps everything, for a figure that is more than the sum of two. */
    public static <E> Measure<List<E>> listed() {
        return new Measure<List<E>>(() -> new ArrayList<>(), (all, more) -> {
            all.addAll(more);
            return all;
        });
    }
}
