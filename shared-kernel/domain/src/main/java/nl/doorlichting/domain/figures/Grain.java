package nl.doorlichting.domain.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sums of one kind that a source keeps. All have the programme and the days of records, and what a record states of
 * tallies.
 *
 * @param table the table that has them
 * @param kept the dimensions that they keep beside those of time
 */
public record Grain(String table, Set<Dimension> kept) {
    /**
     * Selects the first grain that keeps whatever the question looks at; empty when the source has to add up records. What
     * was known at an earlier moment is in no sum.
     *
     * @param grains the smallest first
     */
    public static Optional<Grain> of(Question question, List<Grain> grains) {
        return grains.stream()
                .filter(some -> question.asOf() == null && some.answers(question))
                .findFirst();
    }

    /** The fact with nothing but what these sums keep of it. */
    public <M> Fact<M> keeping(Fact<M> fact) {
        Map<Dimension, Set<Object>> stated = new EnumMap<>(Dimension.class);
        fact.stated().forEach((dimension, values) -> {
            if (kept.contains(dimension)) {
                stated.put(dimension, values);
            }
        });
        return fact.stating(stated).in(kept.contains(Dimension.MUNICIPALITY) ? fact.municipalities() : Set.of());
    }

    private boolean answers(Question question) {
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.kind() != Dimension.Kind.TIME)
                .filter(question::looksAt)
                .allMatch(kept::contains);
    }
}
