package nl.doorlichting.gateway.reports.training;

import java.util.stream.Stream;

/** What the rows about trainings can be by. */
public enum TrainingDimension {
    TRAINING_TYPE("trainingType");

    private final String jsonName;

    TrainingDimension(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As in {@code by=}. */
    public static TrainingDimension fromString(String text) {
        return Stream.of(values())
                .filter(dimension -> dimension.jsonName.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension \"" + text + "\""));
    }

    @Override
    public String toString() {
        return jsonName;
    }
}
