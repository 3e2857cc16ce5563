package nl.doorlichting.training.trainingstatistics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;

/**
 * The evaluations that an answer shows.
 *
 * @param rows by row; none for a query that is finer than the cells
 * @param total of all rows; null without codes, and for a finer query
 * @param withheld number of codes, for a finer query
 */
record ShownEvaluations(Map<TrainingKey, EvaluationSums> rows, EvaluationSums total, long withheld) {
    /** For a query that is finer than the cells. */
    static ShownEvaluations withheld(long codes) {
        return new ShownEvaluations(Map.of(), null, codes);
    }

    /** For a query that the cells can answer. */
    static ShownEvaluations of(TrainingQuery query, List<Cell> cells, Function<Cell, TrainingKey> key) {
        var within = EvaluationCells.within(cells, query.from(), query.until());
        return new ShownEvaluations(
                within.stream().collect(Collectors.toMap(key, Cell::shown, EvaluationSums::plus)),
                within.stream().map(Cell::shown).reduce(EvaluationSums::plus).orElse(null),
                0);
    }

    /** Null for a row without codes. */
    EvaluationSums of(TrainingKey key) {
        return rows.get(key);
    }
}
