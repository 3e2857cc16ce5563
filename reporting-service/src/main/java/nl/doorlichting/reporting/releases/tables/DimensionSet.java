package nl.doorlichting.reporting.releases.tables;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;
import static nl.doorlichting.domain.figures.Dimension.YEAR;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;

/** The tables that a release has, in their order. Nothing else can be asked of a release. */
public enum DimensionSet implements ReleasedTable {
    REACH_BY_PERIOD_AND_TARGET_GROUP(Structure.REACH, PERIOD, TARGET_GROUP),
    REACH_BY_PERIOD_TRACK_AND_ACTION_LINE(Structure.REACH, PERIOD, TRACK, ACTION_LINE),
    REACH_BY_PERIOD_AND_FUNDING_INSTRUMENT(Structure.REACH, PERIOD, FUNDING_INSTRUMENT),
    REACH_BY_PERIOD_AND_INTERVENTION_TYPE(Structure.REACH, PERIOD, INTERVENTION_TYPE),
    REACH_BY_PERIOD_AND_INTENSITY(Structure.REACH, PERIOD, INTENSITY),
    REACH_BY_YEAR(Structure.REACH, YEAR),
    REACH_BY_PERIOD_AND_PROVINCE(Structure.REACH, PERIOD, PROVINCE),
    REACH_BY_PERIOD_AND_MUNICIPALITY(Structure.REACH, PERIOD, MUNICIPALITY),
    REACH_BY_PROJECT_AND_TARGET_GROUP(Structure.REACH, PROJECT, TARGET_GROUP),
    TRAINING_BY_TRAINING_TYPE(Structure.TRAINING, TRAINING_TYPE),
    TRAINING_BY_YEAR(Structure.TRAINING, YEAR),
    EFFECTS_BY_ACTION_LINE(Structure.EFFECTS, ACTION_LINE),
    EFFECTS_BY_TRACK(Structure.EFFECTS, TRACK),
    EFFECTS_BY_FUNDING_INSTRUMENT(Structure.EFFECTS, FUNDING_INSTRUMENT),
    EFFECTS_BY_INTERVENTION_TYPE(Structure.EFFECTS, INTERVENTION_TYPE);

    private final Structure structure;
    private final Dimension[] by;

    DimensionSet(Structure structure, Dimension... by) {
        this.structure = structure;
        this.by = by;
    }

    /** Those of a report of the gateway. */
    public static Stream<DimensionSet> of(Structure structure) {
        return Stream.of(values()).filter(set -> set.structure == structure);
    }

    /** The one that has these rows; the order does not matter. */
    public static Optional<DimensionSet> of(Structure structure, Set<Dimension> by) {
        return of(structure).filter(set -> Set.of(set.by).equals(by)).findFirst();
    }

    /** As in {@code reach-by-period-and-municipality}. */
    @Override
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The report of the gateway that it is of. */
    public Structure structure() {
        return structure;
    }

    /** The name of that report. */
    @Override
    public String report() {
        return structure.name().toLowerCase(Locale.ROOT);
    }

    /** What its rows are by, in the order of their keys. */
    Stream<Dimension> by() {
        return Stream.of(by);
    }

    /** As in {@code by=}. */
    @Override
    public String dimensions() {
        return Stream.of(by).map(Dimension::jsonName).collect(Collectors.joining(","));
    }

    /** Only the national table by target group is shown as counted (docs/design/figures.md#releases). */
    boolean isExact() {
        return this == REACH_BY_PERIOD_AND_TARGET_GROUP;
    }

    /** Whether its rows are by place, or by project, most of which have one, so that reading it needs a token. */
    @Override
    public boolean isByPlace() {
        return isByProject() || Set.of(by).stream().anyMatch(dimension -> dimension.kind() == Dimension.Kind.PLACE);
    }

    /** Whether its rows are by project: of inventories only, because trainings are of no project here. */
    boolean isByProject() {
        return Set.of(by).contains(PROJECT);
    }

    /** The question of a programme as of an instant. */
    Question question(String programme, Instant asOf) {
        return new Question(structure, programme, null, null, Set.of(by), Map.of(), null, asOf);
    }
}
