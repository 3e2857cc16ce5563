package nl.doorlichting.domain.effects;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** By what the rows of an answer about effects can be broken down, in the order of an answer. */
public enum EffectDimension {
    ACTION_LINE("actionLine"),
    TRACK("track"),
    FUNDING_INSTRUMENT("fundingInstrument"),
    INTERVENTION_TYPE("interventionType"),
    MUNICIPALITY("municipality");

    private final String jsonName;

    EffectDimension(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As in {@code by=} and in an answer's {@code dimensions}. */
    public String jsonName() {
        return jsonName;
    }

    /**
     * The dimensions in a text like "actionLine,municipality", in any order.
     *
     * @throws IllegalArgumentException for an unknown dimension or an empty text
     */
    public static Set<EffectDimension> parse(String text) {
        var dimensions = EnumSet.noneOf(EffectDimension.class);
        Arrays.stream(text.split(",", -1)).map(EffectDimension::named).forEach(dimensions::add);
        return Collections.unmodifiableSet(dimensions);
    }

    private static EffectDimension named(String name) {
        return Stream.of(values())
                .filter(dimension -> dimension.jsonName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension \"" + name + "\""));
    }
}
