package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.ASKED_BY;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROFESSION;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.THEME;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;
import static nl.doorlichting.domain.figures.Dimension.YEAR;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of figures: by which dimensions its rows can be, in the order of an answer, and by which it can be filtered.
 * Services and gateway share it, so that a question means the same to both.
 */
public enum Structure {
    /** Participations. */
    REACH(
            List.of(
                    PERIOD,
                    YEAR,
                    ROUND,
                    TARGET_GROUP,
                    TRACK,
                    ACTION_LINE,
                    FUNDING_INSTRUMENT,
                    INTERVENTION_TYPE,
                    PHENOMENON,
                    INTENSITY,
                    MUNICIPALITY,
                    PROVINCE,
                    PROJECT,
                    ORGANISATION),
            List.of(PERIOD, TARGET_GROUP),
            Notes.OF_REACH),
    /** Projects, verdicts, change and embedding; ratings of trainings are asked for in the same way. */
    EFFECTS(
            List.of(
                    PERIOD,
                    YEAR,
                    ROUND,
                    ACTION_LINE,
                    TRACK,
                    FUNDING_INSTRUMENT,
                    INTERVENTION_TYPE,
                    PHENOMENON,
                    MUNICIPALITY,
                    PROVINCE,
                    PROJECT,
                    ORGANISATION),
            List.of(ACTION_LINE),
            Notes.OF_EFFECTS),
    /** Sessions, their participants and how they were rated. */
    TRAINING(
            List.of(
                    TRAINING_TYPE,
                    PERIOD,
                    YEAR,
                    MUNICIPALITY,
                    PROVINCE,
                    TARGET_GROUP,
                    PROFESSION,
                    PHENOMENON,
                    TRACK,
                    ACTION_LINE,
                    FUNDING_INSTRUMENT,
                    PROJECT,
                    ORGANISATION),
            List.of(TRAINING_TYPE),
            List.of(
                    TRAINING_TYPE,
                    PERIOD,
                    YEAR,
                    MUNICIPALITY,
                    PROVINCE,
                    TARGET_GROUP,
                    PHENOMENON,
                    TRACK,
                    ACTION_LINE,
                    FUNDING_INSTRUMENT,
                    PROJECT,
                    ORGANISATION),
            Notes.OF_TRAINING),
    /** Questions for advice. */
    ADVICE(List.of(YEAR, THEME, ASKED_BY), List.of(YEAR), List.of(THEME, ASKED_BY), Notes.OF_ADVICE);

    private static final int MOST_TOGETHER = 3;

    private final List<Dimension> rows;
    private final List<Dimension> usual;
    private final List<Dimension> filters;
    private final List<NoteCode> notes;

    /** Each dimension is a filter too. */
    Structure(List<Dimension> rows, List<Dimension> usual, List<NoteCode> notes) {
        this(rows, usual, rows, notes);
    }

    Structure(List<Dimension> rows, List<Dimension> usual, List<Dimension> filters, List<NoteCode> notes) {
        this.rows = rows;
        this.usual = usual;
        this.filters = filters;
        this.notes = notes;
    }

    /** What rows can be by, in the order of an answer. */
    public List<Dimension> rows() {
        return rows;
    }

    /** What rows are by when a question does not say. */
    public List<Dimension> usual() {
        return usual;
    }

    /** What a question can be limited by. */
    public List<Dimension> filters() {
        return filters;
    }

    /** What a record itself states: all but its days and its place, which have columns of their own. */
    public List<Dimension> stated() {
        return Stream.concat(rows.stream(), filters.stream())
                .filter(dimension ->
                        dimension.kind() != Dimension.Kind.TIME && dimension.kind() != Dimension.Kind.PLACE)
                .distinct()
                .toList();
    }

    /**
     * What a record states of all of these.
     *
     * @param value gives the one value of a dimension; null for none
     */
    public Map<Dimension, Set<Object>> stated(Function<Dimension, Object> value) {
        Map<Dimension, Set<Object>> values = new EnumMap<>(Dimension.class);
        stated().forEach(dimension -> {
            Object one = value.apply(dimension);
            values.put(dimension, one == null ? Set.of() : Set.of(one));
        });
        return values;
    }

    /**
     * The dimensions in a text like "period,targetGroup", in any order; the usual ones for null.
     *
     * @throws IllegalArgumentException for an unknown dimension or an empty text
     */
    public Set<Dimension> by(String text) {
        return text == null
                ? new LinkedHashSet<>(usual)
                : Stream.of(text.split(",", -1)).map(this::row).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Dimension row(String name) {
        return rows.stream()
                .filter(dimension -> dimension.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension \"" + name + "\""));
    }

    /**
     * Whether it is in a report. Its questions then take the day of a map and a moment of recorded time, and filters of
     * several values, of which a note counts what they leave out because it is not stated: a source must keep that.
     */
    public boolean isReported() {
        return this != ADVICE;
    }

    /** By how many dimensions together rows can be. */
    public int most() {
        return isReported() ? MOST_TOGETHER : rows.size();
    }

    /** The notes that its answers can have, in the order of an answer. */
    public List<NoteCode> notes() {
        return notes;
    }

    /**
     * Whether its figures are of periods that may share days. Then rows by period have a total for each, and periods that
     * overlap in part, or are of different length, are noted.
     */
    boolean isOfPeriods() {
        return this == REACH || this == TRAINING;
    }

    /** What rows may be by for sums of what persons answered to be shown. */
    Set<Dimension> disclosedRows() {
        return switch (this) {
            case TRAINING -> Set.of(TRAINING_TYPE, YEAR);
            // They are in the total only, which is the same whatever rows are by.
            case EFFECTS -> Set.copyOf(rows);
            default -> Set.of();
        };
    }

    /** What a question may be limited by for such sums to be shown. */
    Set<Dimension> disclosedFilters() {
        return this == TRAINING ? Set.of(TRAINING_TYPE) : Set.of();
    }

    /** Whether every record states a value of this dimension, so that no row is without one. */
    public boolean isAlwaysStated(Dimension dimension) {
        return this == REACH && dimension == TARGET_GROUP || isOfPeriods() && dimension == PERIOD;
    }
}
