package nl.doorlichting.training.trainingstatistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** Figures of trainings by row and in total, with a note for every record left out and every sum that is not possible. */
record TrainingTable(List<Row> rows, Row total, List<Note> notes) {
    /**
     * One group of trainings, or all; a figure is null when none is recorded or a sum is not possible.
     *
     * @param key null for all
     * @param evaluations null without codes, and for a query for which evaluations are not shown
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

    /** A warning about the figures. */
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

    /** Whether the fact is within the requested days and the requested place. */
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
