package nl.doorlichting.training.trainingstatistics;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import java.util.Set;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * The key of a row. A dimension that is not in {@code by} is null; a dimension in {@code by} that is null is none in
 * particular.
 *
 * @param typeOrder place of the training type in the order of types; null without one
 */
record TrainingKey(
        Set<TrainingDimension> by,
        Integer typeOrder,
        String trainingType,
        Integer year,
        String municipality,
        String province,
        TargetGroup targetGroup,
        Profession profession,
        Phenomenon phenomenon)
        implements Comparable<TrainingKey> {

    private static final Comparator<TrainingKey> ORDER = Comparator.comparing(
                    TrainingKey::typeOrder, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::year, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::municipality, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::province, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::targetGroup, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::profession, nullsLast(naturalOrder()))
            .thenComparing(TrainingKey::phenomenon, nullsLast(naturalOrder()));

    TrainingKey {
        typeOrder = by.contains(TrainingDimension.TRAINING_TYPE) ? typeOrder : null;
        trainingType = by.contains(TrainingDimension.TRAINING_TYPE) ? trainingType : null;
        year = by.contains(TrainingDimension.YEAR) ? year : null;
        municipality = by.contains(TrainingDimension.MUNICIPALITY) ? municipality : null;
        province = by.contains(TrainingDimension.PROVINCE) ? province : null;
        targetGroup = by.contains(TrainingDimension.TARGET_GROUP) ? targetGroup : null;
        profession = by.contains(TrainingDimension.PROFESSION) ? profession : null;
        phenomenon = by.contains(TrainingDimension.PHENOMENON) ? phenomenon : null;
    }

    /** In the order of the dimensions, with none in particular last. */
    @Override
    public int compareTo(TrainingKey other) {
        return ORDER.compare(this, other);
    }
}
