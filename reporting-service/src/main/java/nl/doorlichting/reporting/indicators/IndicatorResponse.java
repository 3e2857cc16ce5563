package nl.doorlichting.reporting.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.reporting.activity.RecordCorrection;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An indicator with what was measured.
 *
 * @param inherited names of the fields that the indicator does not state and its report's entry of the project does
 * @param name what is measured
 * @param unit unit of all values, in words, as in per cent of pupils asked
 * @param target value that is aimed at; null where none is set
 * @param actuals oldest day first, each in its latest version
 * @param change change from the baseline to the last measurement; null without a baseline or a measurement of a later
 *     day
 * @param changeUnknown why there is no change; null when there is one
 */
public record IndicatorResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        List<String> inherited,
        String name,
        String unit,
        IndicatorDirection direction,
        Baseline baseline,
        @Schema(nullable = true) Target target,
        List<Actual> actuals,
        @Schema(nullable = true) IndicatorChange change,
        @Schema(nullable = true) Missing changeUnknown,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /**
     * The measurement before the work began, or that there was none.
     *
     * @param kind whether a measurement was taken before the start
     * @param value measured value, in the unit of the indicator; null when none was taken
     * @param measuredOn day of the measurement; null where none was taken, or the source states no day
     * @param reason why none was taken, in words; null where one was
     */
    @Schema(name = "IndicatorBaseline")
    public record Baseline(
            BaselineKind kind,
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) LocalDate measuredOn,
            @Schema(nullable = true) String reason) {}

    /**
     * The value to reach, and the day.
     *
     * @param value value to reach, in the unit of the indicator
     * @param dueOn day by which it is to be reached; null where none is set
     */
    @Schema(name = "IndicatorTarget")
    public record Target(
            BigDecimal value, @Schema(nullable = true) LocalDate dueOn) {}

    /**
     * What was measured on a day.
     *
     * @param value measured value, in the unit of the indicator
     * @param reason why the value of the same day was replaced; null in the first version
     * @param note remark of the person that recorded it, in words; null if there is none
     */
    @Schema(name = "IndicatorActual")
    public record Actual(
            LocalDate measuredOn,
            BigDecimal value,
            int version,
            @Schema(nullable = true) String reason,
            String source,
            @Schema(nullable = true) String note,
            Instant recordedAt) {
        static Actual from(IndicatorActual actual) {
            return new Actual(
                    actual.measuredOn(),
                    actual.value(),
                    actual.version(),
                    actual.reason(),
                    actual.source(),
                    actual.note(),
                    actual.recordedAt());
        }
    }

    /** What a change would need: a baseline, and a measurement of a later day than the baseline. */
    @Schema(name = "IndicatorChangeUnknown")
    public enum Missing {
        /** No baseline with a value. */
        NO_BASELINE,
        /** No measurement of a later day than the baseline. */
        NO_ACTUAL
    }

    static IndicatorResponse from(Indicator indicator, List<IndicatorActual> latest, List<String> allowedActions) {
        var actuals = IndicatorActual.standing(latest);
        var content = indicator.toRequest();
        var activity = indicator.activity();
        var baseline = content.baseline();
        var target = content.target();
        var change = actuals.isEmpty() ? null : indicator.change(actuals.get(actuals.size() - 1));
        return new IndicatorResponse(
                indicator.id(),
                content.programme(),
                activity.projectId(),
                activity.organisationId(),
                content.reportId(),
                activity.track(),
                activity.actionLine(),
                activity.fundingInstrument(),
                activity.interventionTypes(),
                activity.phenomena(),
                activity.place(),
                activity.inherited(),
                content.name(),
                content.unit(),
                content.direction(),
                new Baseline(baseline.kind(), baseline.value(), baseline.measuredOn(), baseline.reason()),
                target == null ? null : new Target(target.value(), target.dueOn()),
                actuals.stream().map(Actual::from).toList(),
                change,
                change == null ? missing(indicator) : null,
                content.source(),
                content.reference(),
                content.note(),
                indicator.createdAt(),
                indicator.correction(),
                indicator.withdrawal(),
                indicator.etag(latest),
                allowedActions);
    }

    private static Missing missing(Indicator indicator) {
        return indicator.hasBaseline() ? Missing.NO_ACTUAL : Missing.NO_BASELINE;
    }
}
