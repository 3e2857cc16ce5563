package nl.doorlichting.training.ratingstatistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.effects.EffectDimension;
import nl.doorlichting.domain.effects.EffectKey;
import nl.doorlichting.domain.effects.EffectNotes;
import nl.doorlichting.domain.effects.EffectTable;
import nl.doorlichting.domain.effects.UnallocatedEffectKey;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.evaluations.EvaluationSums;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ratings of trainings.
 *
 * @param dimensions what the rows are by; a row has only these fields, null for what is not stated
 * @param totals one: each tally once, and the evaluations of a programme, over whole calendar years and without another
 *     filter
 * @param unallocated figures that are in no municipality of the requested day
 * @param registerVersion municipality register used; null when the answer does not depend on it
 * @param revision grows with every change of the figures
 */
record RatingStatisticsResponse(
        List<String> dimensions,
        List<Row> rows,
        List<RatingFigures> totals,
        List<Unallocated> unallocated,
        List<Note> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    private static final String OPTIONAL = "x-optional";

    /** One group of figures. */
    @Schema(name = "RatingStatisticsRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(
                    implementation = ActionLine.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<ActionLine> actionLine,

            @Schema(
                    implementation = Track.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<Track> track,

            @Schema(
                    implementation = FundingInstrument.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<FundingInstrument> fundingInstrument,

            @Schema(
                    implementation = InterventionType.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<InterventionType> interventionType,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<String> municipality,

            RatingFigures figures) {

        private static Row from(EffectKey key, RatingCell cell, Set<EffectDimension> by) {
            return new Row(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    shown(by, EffectDimension.MUNICIPALITY, key.municipality()),
                    RatingFigures.from(cell, null));
        }
    }

    /** Figures of a municipality that was divided, or began later. */
    @Schema(name = "RatingStatisticsUnallocated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unallocated(
            @Schema(
                    implementation = ActionLine.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<ActionLine> actionLine,

            @Schema(
                    implementation = Track.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<Track> track,

            @Schema(
                    implementation = FundingInstrument.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<FundingInstrument> fundingInstrument,

            @Schema(
                    implementation = InterventionType.class,
                    nullable = true,
                    extensions = @Extension(name = OPTIONAL, value = "true", parseValue = true))
            Optional<InterventionType> interventionType,

            String from,
            RatingFigures figures) {

        private static Unallocated from(UnallocatedEffectKey lost, RatingCell cell, Set<EffectDimension> by) {
            var key = lost.key();
            return new Unallocated(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    lost.from(),
                    RatingFigures.from(cell, null));
        }
    }

    /** A warning about the figures; the count is of tallies, or of types and years with evaluations. */
    @Schema(name = "RatingStatisticsNote")
    record Note(String code, long count, String detail) {
        private static Note from(EffectNotes.Note note) {
            return new Note(note.code().name(), note.count(), note.detail());
        }
    }

    static RatingStatisticsResponse from(
            EffectTable<RatingCell> table, EvaluationSums evaluations, String registerVersion, String revision) {
        var by = table.dimensions();
        return new RatingStatisticsResponse(
                by.stream().sorted().map(EffectDimension::jsonName).toList(),
                rows(table.rows(), by),
                List.of(RatingFigures.from(table.total(), evaluations)),
                table.unallocated().entrySet().stream()
                        .map(lost -> Unallocated.from(lost.getKey(), lost.getValue(), by))
                        .toList(),
                table.notes().all().stream().map(Note::from).toList(),
                registerVersion,
                revision);
    }

    private static List<Row> rows(Map<EffectKey, RatingCell> rows, Set<EffectDimension> by) {
        return rows.entrySet().stream()
                .map(row -> Row.from(row.getKey(), row.getValue(), by))
                .toList();
    }

    // An empty Optional is a field with null; a null Optional is no field.
    private static <T> Optional<T> shown(Set<EffectDimension> by, EffectDimension dimension, T value) {
        return by.contains(dimension) ? Optional.ofNullable(value) : null;
    }
}
