package nl.doorlichting.domain.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/** What figures can be broken down by, or filtered by. {@link Structure} says which figures have which of them. */
public enum Dimension {
    PERIOD("period", Kind.TIME, Period.class),
    YEAR("year", Kind.TIME, Integer.class),
    ROUND("roundId", Kind.REFERENCE, UUID.class),
    TARGET_GROUP("targetGroup", Kind.CODE, TargetGroup.class),
    TRACK("track", Kind.CODE, Track.class),
    ACTION_LINE("actionLine", Kind.CODE, ActionLine.class),
    FUNDING_INSTRUMENT("fundingInstrument", Kind.CODE, FundingInstrument.class),
    INTERVENTION_TYPE("interventionType", Kind.CODES, InterventionType.class),
    PHENOMENON("phenomenon", Kind.CODES, Phenomenon.class),
    INTENSITY("intensity", Kind.CODE, ReachIntensity.class),
    PROFESSION("profession", Kind.PART, Profession.class),
    THEME("theme", Kind.CODE, AdviceTheme.class),
    ASKED_BY("askedBy", Kind.CODE, AskerKind.class),
    TRAINING_TYPE("trainingType", Kind.REFERENCE, String.class),
    PROJECT("projectId", Kind.REFERENCE, UUID.class),
    ORGANISATION("organisationId", Kind.REFERENCE, String.class),
    MUNICIPALITY("municipality", Kind.PLACE, String.class),
    PROVINCE("province", Kind.PLACE, String.class),
    /** The municipality as recorded, of a figure that the map of the day asked for cannot place. */
    UNALLOCATED_FROM("from", Kind.PLACE, String.class);

    /** What a value of a dimension is. */
    public enum Kind {
        /** Days of a figure. */
        TIME,
        /** One code of a codelist. */
        CODE,
        /** Any number of codes of a codelist. */
        CODES,
        /** A municipality, or an area of municipalities. */
        PLACE,
        /** An id or code that is not in a codelist. */
        REFERENCE,
        /** A part of what a record counts. Parts make rows, the whole makes totals. */
        PART
    }

    /** As the value of a filter: what states no value, or none in particular. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final Map<String, Dimension> BY_JSON_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Dimension::jsonName, dimension -> dimension));

    private final String jsonName;
    private final Kind kind;
    private final Class<?> type;
    private final Map<String, Object> constants;

    Dimension(String jsonName, Kind kind, Class<?> type) {
        this.jsonName = jsonName;
        this.kind = kind;
        this.type = type;
        this.constants = type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .collect(Collectors.toUnmodifiableMap(
                                constant -> ((Enum<?>) constant).name(), constant -> constant))
                : Map.of();
    }

    /** The dimension with this name in answers; empty for another name. */
    public static Optional<Dimension> named(String jsonName) {
        return Optional.ofNullable(BY_JSON_NAME.get(jsonName));
    }

    /** As in {@code by=}, as a filter and as a field of a row. */
    public String jsonName() {
        return jsonName;
    }

    public Kind kind() {
        return kind;
    }

    /** Class of the values: an enumeration of the vocabulary, a period, a number, an id or a text. Comparable. */
    public Class<?> type() {
        return type;
    }

    /** Whether the values are codes of a codelist. */
    public boolean isCoded() {
        return type.isEnum();
    }

    /** Whether a text is a value of it by itself: a code of its codelist, or any where values are texts. */
    public boolean accepts(String text) {
        return type == String.class || constants.containsKey(text);
    }

    /** The codes of its codelist, in order; none when it has no codelist. */
    public List<String> codes() {
        return isCoded()
                ? Stream.of(type.getEnumConstants()).map(Dimension::text).toList()
                : List.of();
    }

    /**
     * The value with this text, as in a filter or in a column; {@link #NOT_STATED} is itself.
     *
     * @throws IllegalArgumentException for a text that is no value of this dimension
     */
    public Object value(String text) {
        if (text.equals(NOT_STATED)) {
            return NOT_STATED;
        }
        if (isCoded()) {
            return constant(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Period.class) {
            return Period.of(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        return text;
    }

    private Object constant(String code) {
        Object constant = constants.get(code);
        if (constant == null) {
            throw new IllegalArgumentException("no " + jsonName + " \"" + code + "\"");
        }
        return constant;
    }

    /** The text of a value, as in a filter or in a column. */
    public static String text(Object value) {
        if (value instanceof Period period) {
            return period.code();
        }
        return value instanceof Enum<?> code ? code.name() : value.toString();
    }
}
