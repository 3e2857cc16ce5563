package nl.doorlichting.domain.training;

import static nl.doorlichting.domain.training.TrainingDimension.MUNICIPALITY;
import static nl.doorlichting.domain.training.TrainingDimension.PROFESSION;
import static nl.doorlichting.domain.training.TrainingDimension.PROVINCE;
import static nl.doorlichting.domain.training.TrainingDimension.TRAINING_TYPE;
import static nl.doorlichting.domain.training.TrainingDimension.YEAR;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.disclosure.Disclosure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * A query about trainings. A field that is null selects all.
 *
 * @param from first day of the figures wanted
 * @param until first day after them
 * @param by the dimensions of the rows
 * @param municipality a code
 * @param province a code, as in PV31
 * @param projectId only sessions of this project
 */
public record TrainingQuery(
        String programme,
        LocalDate from,
        LocalDate until,
        Set<TrainingDimension> by,
        String trainingType,
        String municipality,
        String province,
        TargetGroup targetGroup,
        Phenomenon phenomenon,
        UUID projectId) {

    /** The dimensions of a query without {@code by}. */
    public static final Set<TrainingDimension> DEFAULT_DIMENSIONS =
            Collections.unmodifiableSet(EnumSet.of(TrainingDimension.TRAINING_TYPE));

    private static final Set<TrainingDimension> EVALUATION_DIMENSIONS = EnumSet.of(TRAINING_TYPE, YEAR);

    public TrainingQuery {
        by = Collections.unmodifiableSet(EnumSet.copyOf(by));
    }

    /** Everything of a programme, by type. */
    public static TrainingQuery of(String programme, LocalDate from, LocalDate until) {
        return new TrainingQuery(programme, from, until, DEFAULT_DIMENSIONS, null, null, null, null, null, null);
    }

    /** Whether the rows are by this. */
    public boolean by(TrainingDimension dimension) {
        return by.contains(dimension);
    }

    /** Whether the rows are by profession. */
    public boolean byProfession() {
        return by(PROFESSION);
    }

    /** Whether the rows are by municipality or province. */
    public boolean byPlace() {
        return by(MUNICIPALITY) || by(PROVINCE);
    }

    /** Whether only some place is asked for. */
    public boolean filtersByPlace() {
        return municipality != null || province != null;
    }

    /** Whether the answer depends on where sessions were. */
    public boolean looksAtPlace() {
        return byPlace() || filtersByPlace();
    }

    /** Whether the answer depends on the municipality register, and names its version. */
    public boolean dependsOnRegister() {
        return by(PROVINCE) || province != null;
    }

    /**
     * Whether evaluations may be shown for it: by training type and calendar year, of a programme and a training type, over
     * whole years. Anything finer would need its own proof that no two answers reveal what few persons said.
     */
    public boolean isOfEvaluationCells() {
        return EVALUATION_DIMENSIONS.containsAll(by)
                && !filtersByPlace()
                && targetGroup == null
                && phenomenon == null
                && projectId == null
                && Disclosure.isWholeYears(from, until);
    }

    /** Whether all days of the period are asked for; some are, or the database would not have given it. */
    public boolean contains(Period period) {
        return (from == null || !period.from().isBefore(from))
                && (until == null || !period.until().isAfter(until));
    }
}
