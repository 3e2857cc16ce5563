package nl.doorlichting.reporting.effectstatistics;

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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of whether it worked.
 *
 * @param dimensions what the rows are by; a row has only these fields, null for what is not stated
 * @param totals one: each project and record once, whatever rows it stands in
 * @param unallocated figures that stand in no municipality of the day asked for
 * @param tallies totals that sources give of projects not known one by one; none where a filter looks at the activity
 * @param registerVersion municipality register used; null when the answer does not depend on it
 * @param revision grows with every change of the figures
 */
record EffectStatisticsResponse(
        List<String> dimensions,
        List<Row> rows,
        List<EffectFigures> totals,
        List<Unallocated> unallocated,
        List<EffectReportTally> tallies,
        List<Note> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    private static final String OPTIONAL = "x-optional";

    /** One group of figures. */
    @Schema(name = "EffectStatisticsRow")
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

            EffectFigures figures) {

        private static Row from(EffectKey key, EffectCell cell, Set<EffectDimension> by) {
            return new Row(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    shown(by, EffectDimension.MUNICIPALITY, key.municipality()),
                    EffectFigures.from(cell));
        }
    }

    /** Figures of a municipality that was divided, or began later. */
    @Schema(name = "EffectStatisticsUnallocated")
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
            EffectFigures figures) {

        private static Unallocated from(UnallocatedEffectKey lost, EffectCell cell, Set<EffectDimension> by) {
            var key = lost.key();
            return new Unallocated(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    lost.from(),
                    EffectFigures.from(cell));
        }
    }

    /** A caution for the use of the figures; the count is of projects and records together. */
    @Schema(name = "EffectStatisticsNote")
    record Note(String code, long count, String detail) {
        private static Note from(EffectNotes.Note note) {
            return new Note(note.code().name(), note.count(), note.detail());
        }
    }

    static EffectStatisticsResponse from(
            EffectTable<EffectCell> table, List<EffectReportTally> tallies, String registerVersion, String revision) {
        var by = table.dimensions();
        return new EffectStatisticsResponse(
                by.stream().sorted().map(EffectDimension::jsonName).toList(),
                rows(table.rows(), by),
                List.of(EffectFigures.from(table.total())),
                table.unallocated().entrySet().stream()
                        .map(lost -> Unallocated.from(lost.getKey(), lost.getValue(), by))
                        .toList(),
                tallies,
                table.notes().all().stream().map(Note::from).toList(),
                registerVersion,
                revision);
    }

    private static List<Row> rows(Map<EffectKey, EffectCell> rows, Set<EffectDimension> by) {
        return rows.entrySet().stream()
                .map(row -> Row.from(row.getKey(), row.getValue(), by))
                .toList();
    }

    // An empty Optional is a field with null; no Optional is no field.
    private static <T> Optional<T> shown(Set<EffectDimension> by, EffectDimension dimension, T value) {
        return by.contains(dimension) ? Optional.ofNullable(value) : null;
    }
}
