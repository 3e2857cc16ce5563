package nl.doorlichting.training.trainingstatistics;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * What the database knows of one group of records, added up.
 *
 * @param key the row that it stands in
 * @param kind what the records are
 * @param overAllTypes whether it is a tally's figure over all types
 * @param period of a tally its own; of sessions the days among which theirs are; null when no tally may share them
 * @param severalPlaces whether it would have to be divided over municipalities
 * @param records tallies and sessions behind it
 * @param planned sessions not held yet; null when none of the records says
 * @param held sessions held; null when none of the records says
 * @param participants of held sessions
 * @param codes to evaluate the sessions with, that were given
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

    /** What stands behind a fact. */
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
