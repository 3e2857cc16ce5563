package nl.doorlichting.training.trainingstatistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** What is known about trainings, by row and in total, with a note for everything left out or not to be added. */
record TrainingTable(List<Row> rows, Row total, List<Note> notes) {
    /**
     * One group of trainings, or everything; a figure is null when nothing is recorded or it cannot be added.
     *
     * @param key null for everything
     * @param evaluations null when no codes were given, or when the question is finer than evaluations are shown
     */
    record Row(
            TrainingKey key,
            Long planned,
            Long held,
            AggregatedQuantity participants,
            TrainingRating rating,
            EvaluationSums evaluations) {

        boolean suppressed() {
            return evaluations != null && !evaluations.enough();
        }
    }

    /** Something to know before using the figures. */
    record Note(TrainingNoteCode code, long count, String detail) {}

    static TrainingTable of(TrainingQuery query, TrainingFigures figures) {
        var cells = new TreeMap<TrainingKey, TrainingCell>();
        figures.rows().stream()
                .filter(fact -> isWanted(query, fact))
                .forEach(fact -> cells.computeIfAbsent(fact.key(), first -> new TrainingCell())
                        .add(fact));
        var total = new TrainingCell();
        figures.totals().stream().filter(fact -> isWanted(query, fact)).forEach(total::add);
        figures.evaluations().rows().keySet().forEach(key -> cells.computeIfAbsent(key, first -> new TrainingCell()));
        var rows = rows(cells, figures);
        return new TrainingTable(rows, total(total, figures.evaluations()), notes(query, figures, cells, total, rows));
    }

    /** Within the days asked for, and in a place asked for. */
    private static boolean isWanted(TrainingQuery query, TrainingFact fact) {
        return isInside(query, fact) && !(query.filtersByPlace() && fact.severalPlaces());
    }

    private static boolean isInside(TrainingQuery query, TrainingFact fact) {
        return fact.kind() != TrainingFact.Kind.TALLY || query.contains(fact.period());
    }

    private static List<Row> rows(SortedMap<TrainingKey, TrainingCell> cells, TrainingFigures figures) {
        var rows = new ArrayList<Row>();
        cells.forEach((key, cell) -> rows.add(new Row(
                key,
                cell.planned(),
                cell.held(),
                cell.participants(),
                rating(figures.ratings().of(key), figures.evaluations().of(key)),
                figures.evaluations().of(key))));
        return rows;
    }

    private static TrainingRating rating(TrainingRating stated, EvaluationSums evaluations) {
        return stated == null && evaluations != null ? TrainingRating.of(evaluations) : stated;
    }

    private static Row total(TrainingCell cell, ShownEvaluations evaluations) {
        return new Row(null, cell.planned(), cell.held(), cell.participants(), null, evaluations.total());
    }

    private static List<Note> notes(
            TrainingQuery query,
            TrainingFigures figures,
            SortedMap<TrainingKey, TrainingCell> cells,
            TrainingCell total,
            List<Row> rows) {
        var all = new ArrayList<>(cells.values());
        all.add(total);
        return new TrainingNotes()
                .leftOut(records(figures.rows().stream()
                        .filter(fact -> !isInside(query, fact))
                        .toList()))
                .overlapping(all, figures.days())
                .otherRatings(figures.ratings().others())
                .severalPlaces(figures.severalPlaces())
                .notByProfession(figures.notByProfession())
                .suppressed(rows.stream().filter(Row::suppressed).count())
                .ratingNotShown(figures.evaluations().withheld())
                .all();
    }

    private static long records(List<TrainingFact> facts) {
        return facts.stream().mapToLong(TrainingFact::records).sum();
    }
}
