package nl.doorlichting.training.trainingstatistics;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.evaluations.EvaluationSums;

/**
 * What one group of records adds to a row or a total.
 *
 * @param kind what the records are
 * @param overAllTypes whether it is a tally's figure over all types
 * @param period of the tally, or the days that contain those of the sessions; null when no tally can share them
 * @param planned sessions not held yet; null when none of the records states it
 * @param held sessions held; null when none of the records states it
 * @param participants of held sessions
 * @param codes number of evaluation codes of the sessions
 * @param rating a tally's; null for another figure
 * @param evaluations null for another figure
 */
record TrainingFigure(
        Kind kind,
        boolean overAllTypes,
        Period period,
        Long planned,
        Long held,
        QuantitySum participants,
        long codes,
        StatedRating rating,
        EvaluationSums evaluations) {

    /** The kind of the records. */
    enum Kind {
        /** Tallies of one period. */
        TALLY,
        /** Sessions of one day. */
        DAY,
        /** Sessions of several days within a period. */
        DAYS,
        /** A stated rating, or evaluations. */
        OPINION
    }

    static TrainingFigure ofTallies(
            boolean overAllTypes, Period period, Long planned, Long held, QuantitySum participants) {
        return new TrainingFigure(Kind.TALLY, overAllTypes, period, planned, held, participants, 0, null, null);
    }

    static TrainingFigure ofRating(StatedRating rating) {
        return new TrainingFigure(Kind.OPINION, false, null, null, null, QuantitySum.ZERO, 0, rating, null);
    }

    static TrainingFigure ofEvaluations(EvaluationSums evaluations) {
        return new TrainingFigure(Kind.OPINION, false, null, null, null, QuantitySum.ZERO, 0, null, evaluations);
    }

    boolean countsParticipants() {
        return participants.observations().total() > 0;
    }
}
