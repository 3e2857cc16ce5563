package nl.doorlichting.training.trainingstatistics;

import java.util.List;

/**
 * The figures of a table.
 *
 * @param rows of rows, also those of partly overlapping periods, which the table counts
 * @param totals of the total
 * @param evaluations that the answer shows
 * @param severalPlaces sessions over several municipalities, for a query by place
 * @param notByProfession records that are in no row by profession
 * @param days replaces the periods of sessions by their days
 */
record TrainingFigures(
        List<TrainingFact> rows,
        List<TrainingFact> totals,
        StatedRatings ratings,
        ShownEvaluations evaluations,
        long severalPlaces,
        long notByProfession,
        TrainingNotes.NamedDays days) {}
