package nl.doorlichting.training.trainingstatistics;

import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.QuantitySum;

/**
 * What the database knows of one training type in one period, added up.
 *
 * @param trainingType code; null for figures over all types
 * @param records tallies and sessions behind it
 * @param planned sessions not held yet; null when none of the records says
 * @param held sessions held; null when none of the records says
 * @param participants of held sessions
 */
record TrainingFact(
        String trainingType, Period period, long records, Long planned, Long held, QuantitySum participants) {

    boolean overAllTypes() {
        return trainingType == null;
    }

    boolean countsParticipants() {
        return participants.observations().total() > 0;
    }
}
