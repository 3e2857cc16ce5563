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
import java.util.Objects;
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
 * Something to be measured. A field that is absent is not stated, or has the value that its text says.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. The programme of an indicator cannot be changed: another value is 400
 * @param projectId project whose result the indicator measures, by its id (id of /v1/projects); it is not checked, so
 *     GET /v1/projects/{id} may answer 404; absent where it is of no one project
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations); it is not checked; if absent, it is inherited from what the report (reportId) states of the
 *     project, or not stated
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that the indicator is from, of the same
 *     programme and about the project. The indicator counts in statistics once the report is approved, and inherits
 *     what the report states of the project (projectId), as the fields say, at every change anew; absent where it is
 *     from none
 * @param track level at which the activity works: a code of the codelist tracks; if absent, it is inherited from what
 *     the report (reportId) states of the project, or not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; if absent, it is inherited from what the
 *     report (reportId) states of the project, or not stated
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments; if
 *     absent, it is inherited from what the report (reportId) states of the project, or not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; if absent or empty, they are
 *     inherited from what the report (reportId) states of the project, or not stated; a PATCH replaces the list whole
 * @param phenomena what the activity is about: codes of the codelist phenomena; if absent or empty, they are inherited
 *     from what the report (reportId) states of the project, or not stated; a PATCH replaces the list whole
 * @param place where the indicator is measured: a scope and, where it is local, municipalities of any day of the
 *     register, because an indicator has no period; if absent or of scope UNSPECIFIED, the place that the report
 *     (reportId) states of the project, else UNSPECIFIED; in a PATCH its parts that are not named stay
 * @param name what is measured, in words
 * @param unit unit of baseline, target and all measurements, in words, as in per cent of pupils asked
 * @param direction which way the values get better: a code of the codelist indicator-directions
 * @param baseline what was measured before the work began, or that nothing was; in a PATCH its parts that are not named
 *     stay
 * @param target value that is aimed at; none if absent; in a PATCH its parts that are not named stay
 * @param source where the indicator is written, in words: the document and its page or line
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
        @Size(min = 1, max = 2000) String note)
        implements ActivityFields, HasCrossFieldRules {
    public IndicatorRequest {
        place = Objects.requireNonNullElse(place, Place.UNSPECIFIED);
    }

    /**
     * The measurement before the work began, or that there was none. TAKEN has a value and a day; NONE_TAKEN has
     * neither, and may have a reason.
     *
     * @param kind whether a measurement was taken before the start: TAKEN or NONE_TAKEN
     * @param value measured value, in the unit of the indicator, a number with at most two decimals; required with
     *     TAKEN; absent with NONE_TAKEN
     * @param measuredOn day of the measurement; required with TAKEN; absent with NONE_TAKEN
     * @param reason why none was taken, in words; not stated if absent, and always absent with TAKEN
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
     * @param value value to reach, in the unit of the indicator, a number with at most two decimals
     * @param dueOn day by which the value is to be reached; no day is set if absent
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
