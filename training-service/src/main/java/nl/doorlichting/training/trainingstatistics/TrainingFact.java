package nl.doorlichting.training.trainingstatistics;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * The sums of one group of records.
 *
 * @param key of its row
 * @param kind what the records are
 * @param overAllTypes whether it is a tally's figure over all types
 * @param period of the tally, or the days that contain those of the sessions; null when no tally can share them
 * @param severalPlaces whether it would have to be divided over municipalities
 * @param records number of tallies and sessions
 * @param planned sessions not held yet; null when none of the records states it
 * @param held sessions held; null when none of the records states it
 * @param participants of held sessions
 * @param codes number of evaluation codes of the sessions
 */
record TrainingFact(
        TrainingKey key,
        Kind kind,
        boolean overAllTypes,
        Period period,
        boolean severalPlaces,
        long records,
        Long planned,
        Long held,
        QuantitySum participants,
        long codes) {

    /** The kind of the records. */
    enum Kind {
        /** Tallies of one period. */
        TALLY,
        /** Sessions of one day. */
        DAY,
        /** Sessions of several days within a period. */
        DAYS
    }

    boolean countsParticipants() {
        return participants.observations().total() > 0;
    }
}
