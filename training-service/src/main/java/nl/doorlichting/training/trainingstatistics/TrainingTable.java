package nl.doorlichting.training.trainingstatistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;

/**
 * What is known about trainings, per type and in total, with a note for everything left out or not to be added. Rows
 * keep the order of the facts.
 */
record TrainingTable(List<Row> rows, Row total, List<Note> notes) {
    /** One training type, or everything; a figure is null when nothing is recorded or it cannot be added. */
    record Row(String trainingType, Long planned, Long held, AggregatedQuantity participants, TrainingRating rating) {}

    /** Something to know before using the figures. */
    record Note(TrainingNoteCode code, long count, String detail) {}

    static TrainingTable of(TrainingQuery query, List<TrainingFact> facts, List<TrainingRating> ratings) {
        var wanted =
                facts.stream().filter(fact -> query.contains(fact.period())).toList();
        var cells = new LinkedHashMap<String, TrainingCell>();
        var total = new TrainingCell();
        for (var fact : wanted) {
            cells.computeIfAbsent(fact.trainingType(), first -> new TrainingCell())
                    .add(fact);
            total.add(fact);
        }
        return new TrainingTable(
                rows(cells, ratings), row(null, total, null), notes(facts, wanted, cells, total, ratings));
    }

    private static List<Row> rows(Map<String, TrainingCell> cells, List<TrainingRating> ratings) {
        var byType = new HashMap<String, TrainingRating>();
        ratings.forEach(rating -> byType.put(rating.trainingType(), rating));
        return cells.entrySet().stream()
                .map(cell -> row(cell.getKey(), cell.getValue(), byType.get(cell.getKey())))
                .toList();
    }

    private static Row row(String trainingType, TrainingCell cell, TrainingRating rating) {
        return new Row(trainingType, cell.planned(), cell.held(), cell.participants(), rating);
    }

    private static List<Note> notes(
            List<TrainingFact> facts,
            List<TrainingFact> wanted,
            Map<String, TrainingCell> rows,
            TrainingCell total,
            List<TrainingRating> ratings) {
        var cells = new ArrayList<>(rows.values());
        cells.add(total);
        return new TrainingNotes()
                .leftOut(records(facts) - records(wanted))
                .overlapping(cells)
                .otherRatings(ratings)
                .all();
    }

    private static long records(List<TrainingFact> facts) {
        return facts.stream().mapToLong(TrainingFact::records).sum();
    }
}
