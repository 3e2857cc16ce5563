package nl.doorlichting.training.trainingstatistics;

import java.util.List;

/**
 * All that a table is made of.
 *
 * @param rows what stands in rows; periods that stick out are among them, to be counted
 * @param totals what stands in the total
 * @param evaluations what is shown of what participants answered
 * @param severalPlaces sessions over several municipalities, when places are asked for
 * @param notByProfession records that no row by profession can have
 * @param days the days behind the periods by which sessions are known
 */
record TrainingFigures(
        List<TrainingFact> rows,
        List<TrainingFact> totals,
        StatedRatings ratings,
        ShownEvaluations evaluations,
        long severalPlaces,
        long notByProfession,
        TrainingNotes.NamedDays days) {}
