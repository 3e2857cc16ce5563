package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of figure that merges in any order and in any grouping.
 *
 * @param none makes one with nothing merged yet
 * @param plus both together; it may add to the first, which is not used afterwards
 * @param overlapping several that may count the same people, together
 */
public record Measure<M>(Supplier<M> none, BinaryOperator<M> plus, Function<List<M>, M> overlapping) {

    /** A figure of records that are never declared to overlap. */
    public Measure(Supplier<M> none, BinaryOperator<M> plus) {
        this(none, plus, several -> several.stream().reduce(none.get(), plus));
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
