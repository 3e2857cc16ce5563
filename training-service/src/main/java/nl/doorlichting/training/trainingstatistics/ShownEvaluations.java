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
 * @param rows by row; none where the question is finer than cells are
 * @param total of all of them; null where no codes were given, and where the question is finer
 * @param withheld codes that were given, where the question is finer
 */
record ShownEvaluations(Map<TrainingKey, EvaluationSums> rows, EvaluationSums total, long withheld) {
    /** Of a question that is finer than cells are, if any codes were given. */
    static ShownEvaluations withheld(long codes) {
        return new ShownEvaluations(Map.of(), null, codes);
    }

    /** Of a question that cells answer. */
    static ShownEvaluations of(TrainingQuery query, List<Cell> cells, Function<Cell, TrainingKey> key) {
        var within = EvaluationCells.within(cells, query.from(), query.until());
        return new ShownEvaluations(
                within.stream().collect(Collectors.toMap(key, Cell::shown, EvaluationSums::plus)),
                within.stream().map(Cell::shown).reduce(EvaluationSums::plus).orElse(null),
                0);
    }

    /** Null where no codes were given. */
    EvaluationSums of(TrainingKey key) {
        return rows.get(key);
    }
}
