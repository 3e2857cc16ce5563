package nl.doorlichting.domain.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From what a source answers a question.
 *
 * @param grain the sums that it reads; empty when it adds up records
 */
public record Plan(Optional<Grain> grain, CostClass cost) {

    /**
     * Sums of one kind. All keep the programme and the days of records, and what a record states of tallies.
     *
     * @param table the table that has them
     * @param kept the dimensions that they keep beside those of time
     */
    public record Grain(String table, Set<Dimension> kept, CostClass cost) {
        private boolean answers(Question question) {
            return Stream.of(Dimension.values())
                    .filter(dimension -> dimension.kind() != Dimension.Kind.TIME)
                    .filter(question::looksAt)
                    .allMatch(kept::contains);
        }
    }

    /**
     * Selects the first grain that keeps whatever the question looks at. What was known at an earlier moment is in no sum.
     *
     * @param grains the smallest first
     */
    public static Plan of(Question question, List<Grain> grains) {
        Optional<Grain> grain = grains.stream()
                .filter(some -> question.asOf() == null && some.answers(question))
                .findFirst();
        return new Plan(
                grain, grain.map(Grain::cost).orElse(isOfProject(question) ? CostClass.FLAT : CostClass.ENTRIES));
    }

    // An index finds the few records of a project.
    private static boolean isOfProject(Question question) {
        return question.filters(Dimension.PROJECT) && !question.wants(Dimension.PROJECT, Dimension.NOT_STATED);
    }
}
