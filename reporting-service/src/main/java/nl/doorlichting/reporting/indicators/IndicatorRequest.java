package nl.doorlichting.reporting.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to be measured; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. It cannot be changed: another value is 400
 * @param reportId the inventory report that it is of: what the indicator does not state is what the report states of
 *     the project
 * @param place where it is measured: a scope and, where it is local, municipalities of any day of the register, because
 *     an indicator has no period. Where none is stated: that of the project in the report, or UNSPECIFIED
 * @param name what is measured
 * @param unit unit of all values, in words, as in per cent of pupils asked
 * @param direction which way it gets better
 * @param baseline what was measured before the work began, or that nothing was
 * @param target value that is aimed at; none if absent
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 */
public record IndicatorRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        UUID reportId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 100) String unit,
        @NotNull IndicatorDirection direction,
        @NotNull @Valid Baseline baseline,
        @Valid Target target,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note)
        implements ActivityFields, HasCrossFieldRules {

    /**
     * TAKEN has a value and a day; NONE_TAKEN has neither, and may have a reason.
     *
     * @param kind whether a measurement was taken before the start
     * @param value measured value, in the unit of the indicator; absent where none was taken
     * @param measuredOn day of the measurement; absent where none was taken, or the day is not known
     * @param reason why none was taken, in words; absent where one was
     */
    @Schema(name = "IndicatorBaselineRequest")
    public record Baseline(
            @NotNull BaselineKind kind,
            BigDecimal value,
            LocalDate measuredOn,
            @Size(min = 1, max = 2000) String reason) {}

    /**
     * The value to reach, and the day.
     *
     * @param value value to reach, in the unit of the indicator
     * @param dueOn day by which it is to be reached; none if absent
     */
    @Schema(name = "IndicatorTargetRequest")
    public record Target(@NotNull BigDecimal value, LocalDate dueOn) {}

    @Override
    public List<Violation> crossViolations() {
        if (baseline == null || baseline.kind() == null) {
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        var taken = baseline.kind() == BaselineKind.TAKEN;
        check(violations, "value", baseline.value() != null, taken);
        check(violations, "measuredOn", baseline.measuredOn() != null, taken);
        if (taken && baseline.reason() != null) {
            check(violations, "reason", true, false);
        }
        return violations;
    }

    private static void check(List<Violation> violations, String field, boolean given, boolean wanted) {
        if (given == wanted) {
            return;
        }
        violations.add(Violation.body(
                "/baseline/" + field,
                wanted ? ViolationCode.REQUIRED : ViolationCode.NOT_ALLOWED,
                Map.of(),
                wanted
                        ? Text.of("indicator.baseline-field-required")
                        : Text.of("indicator.baseline-field-not-allowed")));
    }
}
