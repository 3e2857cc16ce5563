package nl.doorlichting.domain.reach;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** By what the rows of an answer about reach can be broken down, in the order of an answer. */
public enum ReachDimension {
    PERIOD("period"),
    TARGET_GROUP("targetGroup"),
    MUNICIPALITY("municipality");

    private final String jsonName;

    ReachDimension(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As in {@code by=} and in an answer's {@code dimensions}. */
    public String jsonName() {
        return jsonName;
    }

    /**
     * The dimensions in a text like "period,targetGroup", in any order.
     *
     * @throws IllegalArgumentException for an unknown dimension or an empty text
     */
    public static Set<ReachDimension> parse(String text) {
        Set<ReachDimension> dimensions = EnumSet.noneOf(ReachDimension.class);
        for (String name : text.split(",", -1)) {
            dimensions.add(named(name));
        }
        return dimensions;
    }

    private static ReachDimension named(String name) {
        return Stream.of(values())
                .filter(dimension -> dimension.jsonName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension \"" + name + "\""));
    }
}
