package nl.doorlichting.domain.training;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** By what the rows about trainings can be broken down, in the order of an answer. */
public enum TrainingDimension {
    TRAINING_TYPE("trainingType"),
    YEAR("year"),
    MUNICIPALITY("municipality"),
    PROVINCE("province"),
    TARGET_GROUP("targetGroup"),
    PROFESSION("profession"),
    PHENOMENON("phenomenon");

    private final String jsonName;

    TrainingDimension(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As in {@code by=} and in an answer's {@code dimensions}. */
    public String jsonName() {
        return jsonName;
    }

    /** All of them, as in {@code by=}. */
    public static List<String> names() {
        return Stream.of(values()).map(TrainingDimension::jsonName).toList();
    }

    /**
     * The dimensions in a text like "year,trainingType", in any order.
     *
     * @throws IllegalArgumentException for an unknown dimension or an empty text
     */
    public static Set<TrainingDimension> parse(String text) {
        var dimensions = EnumSet.noneOf(TrainingDimension.class);
        Stream.of(text.split(",", -1)).map(TrainingDimension::named).forEach(dimensions::add);
        return dimensions;
    }

    private static TrainingDimension named(String name) {
        return Stream.of(values())
                .filter(dimension -> dimension.jsonName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension \"" + name + "\""));
    }
}
