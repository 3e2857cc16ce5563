package nl.doorlichting.reporting.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An indicator with what was measured.
 *
 * @param projectId project whose result the indicator measures, by its id (id of /v1/projects); it is not checked, so
 *     GET /v1/projects/{id} may answer 404; null where it is of no one project
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations), stated or inherited (see inherited); it is not checked; null where neither the indicator nor
 *     its report states one
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that the indicator is from: it counts in
 *     statistics once the report is approved; null where it is from none, and counts from its recording
 * @param track level at which the activity works: a code of the codelist tracks, stated or inherited (see inherited);
 *     null where neither the indicator nor its report states one
 * @param actionLine aim of the activity: a code of the codelist action-lines, stated or inherited (see inherited); null
 *     where neither the indicator nor its report states one
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments, stated
 *     or inherited (see inherited); null where neither the indicator nor its report states one
 * @param interventionTypes what is done: codes of the codelist intervention-types, stated or inherited (see inherited);
 *     empty where neither the indicator nor its report states any
 * @param phenomena what the activity is about: codes of the codelist phenomena, stated or inherited (see inherited);
 *     empty where neither the indicator nor its report states any
 * @param place where the indicator is measured: a scope and, where it is local, municipalities of any day of the
 *     register, because an indicator has no period; stated or inherited (see inherited); of scope UNSPECIFIED where
 *     neither the indicator nor its report states one
 * @param inherited names of the fields that were not stated and hold what the report (reportId) stated of the project
 *     when the indicator was recorded or last changed: any of organisationId, track, actionLine, fundingInstrument,
 *     interventionTypes, phenomena and place; empty where nothing is inherited
 * @param name what is measured, in words
 * @param unit unit of baseline, target and all measurements, in words, as in per cent of pupils asked
 * @param baseline what was measured before the work began, or that nothing was
 * @param target value that is aimed at; null where none is set
 * @param actuals the measurements, one entry for each day, each in its latest version, the oldest day first; empty
 *     where nothing was measured yet
 * @param withdrawnActuals measurements that were withdrawn, or that a reviewer rejected, with who, when and why, also of days
 *     that were measured anew; the first withdrawn first; empty where none was
 * @param change change from the baseline to the last measurement; null without a baseline or a measurement of a later
 *     day
 * @param changeUnknown why there is no change: NO_BASELINE where none was taken, NO_ACTUAL where nothing was measured
 *     on a later day than the baseline; null where change is given. Values that wait for a reviewer make no change
 * @param counted whether the indicator counts in statistics, with those of its values that do not wait: it is not
 *     withdrawn, does not wait for its first review, and is of an approved report or of none; false for a correction that
 *     waits
 * @param approvedBy subject of the token that approved the indicator, or its last correction or withdrawal, or else the
 *     report of the indicator with the indicator in it; null for an indicator that no reviewer approved
 * @param awaitsReview true where the indicator counts nowhere yet, because it was recorded after the approval of its
 *     report: it waits for a reviewer (POST /v1/indicators/{id}/correction-approval), with all that is measured until then
 * @param correctionPending whether a correction or a withdrawal of the indicator waits for a reviewer; false for a caller
 *     that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the indicator that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
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
        List<WithdrawnActual> withdrawnActuals,
        @Schema(nullable = true) IndicatorChange change,
        @Schema(nullable = true) Missing changeUnknown,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String recordedBy,
        boolean counted,
        @Schema(nullable = true) String approvedBy,
        boolean awaitsReview,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * The measurement before the work began, or that there was none.
     *
     * @param kind whether a measurement was taken before the start: TAKEN or NONE_TAKEN
     * @param value measured value, in the unit of the indicator; null where none was taken
     * @param measuredOn day of the measurement; null where none was taken
     * @param reason why none was taken, in words; null where one was, or no reason is stated
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
     * @param dueOn day by which the value is to be reached; null where no day is set
     */
    @Schema(name = "IndicatorTarget")
    public record Target(
            BigDecimal value, @Schema(nullable = true) LocalDate dueOn) {}

    /**
     * What was measured on a day or over a period.
     *
     * @param measuredOn day of the measurement, or last day of its period
     * @param period period over which the value was measured; null where it was measured on one day
     * @param value measured value, in the unit of the indicator
     * @param version number of the version of the value of this day, from 1; each later value of the same day is the
     *     next one
     * @param reason why an earlier value of the same day was replaced, in words; null in the first version, and in one by
     *     which a reviewer approved a value that waited
     * @param source where the value is written, in words: the document and its page or line
     * @param note remark of the person that recorded it, in words; null if there is none
     * @param approvedBy subject of the token that approved the value, or its last correction, or else the report of the
     *     indicator with the value in it, or the indicator that waited with it; null for a value that no reviewer approved
     * @param awaitsReview true where the value counts nowhere yet, because it was recorded after the approval of the
     *     report: it waits for a reviewer (POST /v1/indicators/{id}/actuals/{measuredOn}/correction-approval)
     * @param correctionPending whether a correction or a withdrawal of the value waits for a reviewer; false for a caller
     *     that is neither researcher nor reviewer
     * @param rejectedCorrection the last correction or withdrawal of the value that a reviewer decided on, where it was
     *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
     */
    @Schema(name = "IndicatorActual")
    public record Actual(
            LocalDate measuredOn,
            @Schema(nullable = true) Period period,
            BigDecimal value,
            int version,
            @Schema(nullable = true) String reason,
            String source,
            @Schema(nullable = true) String note,
            Instant recordedAt,
            String recordedBy,
            @Schema(nullable = true) String approvedBy,
            boolean awaitsReview,
            boolean correctionPending,
            @Schema(nullable = true) RejectedCorrection rejectedCorrection) {
        /**
         * @param approver who approved the value; null where no reviewer did
         * @param rejected what was rejected last, where the caller may know of it; else null
         */
        static Actual from(
                IndicatorActual actual, String approver, boolean correctionPending, RejectedCorrection rejected) {
            return new Actual(
                    actual.measuredOn(),
                    actual.period(),
                    actual.value(),
                    actual.version(),
                    actual.reason(),
                    actual.source(),
                    actual.note(),
                    actual.recordedAt(),
                    actual.recordedBy(),
                    approver,
                    actual.awaitsReview(),
                    correctionPending,
                    rejected);
        }
    }

    /**
     * What was measured and then taken back, by a researcher or by the rejection of a reviewer.
     *
     * @param measuredOn day of the measurement, or last day of its period
     * @param period period over which the value was measured; null where it was measured on one day
     * @param value measured value, in the unit of the indicator
     * @param source where the value is written, in words: the document and its page or line
     * @param note remark of the person that recorded it, in words; null if there is none
     * @param withdrawal who took it back, when and why
     */
    @Schema(name = "WithdrawnIndicatorActual")
    public record WithdrawnActual(
            LocalDate measuredOn,
            @Schema(nullable = true) Period period,
            BigDecimal value,
            String source,
            @Schema(nullable = true) String note,
            RecordWithdrawal withdrawal) {
        static WithdrawnActual from(IndicatorActual actual) {
            return new WithdrawnActual(
                    actual.measuredOn(),
                    actual.period(),
                    actual.value(),
                    actual.source(),
                    actual.note(),
                    actual.withdrawal());
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

    /**
     * What reviewers did with an indicator.
     *
     * @param approval of its report; null without a report, and before its approval
     * @param correctionPending whether a correction or a withdrawal of it waits, where the caller may know of it
     * @param pendingDays days of whose value a correction or a withdrawal waits, where the caller may know of it
     * @param rejected what was rejected last of the indicator, where the caller may know of it; else null
     * @param rejectedOfDays the same of values, by their days
     */
    record Review(
            InventoryReports.Approval approval,
            boolean correctionPending,
            Set<LocalDate> pendingDays,
            RejectedCorrection rejected,
            Map<LocalDate, RejectedCorrection> rejectedOfDays) {}

    static IndicatorResponse from(
            Indicator indicator,
            List<IndicatorActual> latest,
            List<IndicatorActual> withdrawn,
            Review review,
            List<String> allowedActions) {
        var actuals = IndicatorActual.standing(latest);
        var counted = actuals.stream().filter(actual -> !actual.awaitsReview()).toList();
        var content = indicator.toRequest();
        var activity = indicator.activity();
        var baseline = content.baseline();
        var target = content.target();
        var change = counted.isEmpty() ? null : indicator.change(counted.get(counted.size() - 1));
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
                indicator.inherited(),
                content.name(),
                content.unit(),
                content.direction(),
                new Baseline(baseline.kind(), baseline.value(), baseline.measuredOn(), baseline.reason()),
                target == null ? null : new Target(target.value(), target.dueOn()),
                actuals.stream()
                        .map(actual -> Actual.from(
                                actual,
                                indicator.approver(review.approval(), actual),
                                review.pendingDays().contains(actual.measuredOn()),
                                review.rejectedOfDays().get(actual.measuredOn())))
                        .toList(),
                withdrawn.stream().map(WithdrawnActual::from).toList(),
                change,
                change == null ? missing(indicator) : null,
                content.source(),
                content.reference(),
                content.note(),
                indicator.createdAt(),
                indicator.createdBy(),
                indicator.counts(review.approval()),
                indicator.approver(review.approval()),
                indicator.awaitsReview(),
                review.correctionPending(),
                review.rejected(),
                indicator.correction(),
                indicator.withdrawal(),
                indicator.etag(latest),
                allowedActions);
    }

    private static Missing missing(Indicator indicator) {
        return indicator.hasBaseline() ? Missing.NO_ACTUAL : Missing.NO_BASELINE;
    }
}
