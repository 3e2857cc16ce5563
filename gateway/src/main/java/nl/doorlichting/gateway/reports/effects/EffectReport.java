package nl.doorlichting.gateway.reports.effects;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.effects.EffectDimension;
import nl.doorlichting.domain.effects.EffectKey;
import nl.doorlichting.domain.effects.UnallocatedEffectKey;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.gateway.clients.reporting.EffectStatistics;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether it worked, as far as anybody knows. What inventories and what trainings say stands side by side; either is null
 * in a row where it has nothing, and everywhere when its source did not answer.
 *
 * @param complete false when a source did not answer
 * @param dimensions what the rows are by; a row has only these fields, null for what is not stated
 * @param totals one: everything once, whatever rows it stands in
 * @param unallocated figures that stand in no municipality of the day asked for
 * @param tallies reports and projects as sources count them together; never added to the projects of the rows
 * @param registerVersion municipality register used; null when the answer does not depend on it
 */
@Schema(description = "Whether it worked, as far as anybody knows: what inventories and trainings say, side by side.")
public record EffectReport(
        boolean complete,
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<Unallocated> unallocated,
        List<Tally> tallies,
        List<ReportSource> sources,
        List<ReportNote> notes,
        @Schema(nullable = true) String registerVersion) {

    private static final String OPTIONAL = "x-optional";

    /** One group of figures. */
    @Schema(name = "EffectReportRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
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

            @Schema(nullable = true) @JsonInclude InventoryEffects inventories,
            @Schema(nullable = true) @JsonInclude TrainingEffects trainings) {

        static Row from(
                EffectKey key, InventoryEffects inventories, TrainingEffects trainings, Set<EffectDimension> by) {
            return new Row(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    shown(by, EffectDimension.MUNICIPALITY, key.municipality()),
                    inventories,
                    trainings);
        }
    }

    /** All rows together. */
    @Schema(name = "EffectReportTotal")
    public record Total(
            @Schema(nullable = true) InventoryEffects inventories,
            @Schema(nullable = true) TrainingEffects trainings) {}

    /** Figures of a municipality that was divided, or began later. */
    @Schema(name = "EffectReportUnallocated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unallocated(
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
            @Schema(nullable = true) @JsonInclude InventoryEffects inventories,
            @Schema(nullable = true) @JsonInclude TrainingEffects trainings) {

        static Unallocated from(
                UnallocatedEffectKey lost,
                InventoryEffects inventories,
                TrainingEffects trainings,
                Set<EffectDimension> by) {
            var key = lost.key();
            return new Unallocated(
                    shown(by, EffectDimension.ACTION_LINE, key.actionLine()),
                    shown(by, EffectDimension.TRACK, key.track()),
                    shown(by, EffectDimension.FUNDING_INSTRUMENT, key.fundingInstrument()),
                    shown(by, EffectDimension.INTERVENTION_TYPE, key.interventionType()),
                    lost.from(),
                    inventories,
                    trainings);
        }
    }

    /** Reports, and the projects they are about, that are known only by their number; null where the source is silent. */
    @Schema(name = "EffectReportTally")
    public record Tally(
            int reports,
            int projects,
            @Schema(nullable = true) Integer withBaseline,
            @Schema(nullable = true) Integer withSelfEvaluation,
            @Schema(nullable = true) Integer withIndependentEvaluation,
            String source) {

        static Tally from(EffectStatistics.Tally tally) {
            return new Tally(
                    tally.reports(),
                    tally.projects(),
                    tally.withBaseline(),
                    tally.withSelfEvaluation(),
                    tally.withIndependentEvaluation(),
                    tally.source());
        }
    }

    // An empty Optional is a field with null. A null Optional is no field.
    private static <T> Optional<T> shown(Set<EffectDimension> by, EffectDimension dimension, T value) {
        return by.contains(dimension) ? Optional.ofNullable(value) : null;
    }
}
