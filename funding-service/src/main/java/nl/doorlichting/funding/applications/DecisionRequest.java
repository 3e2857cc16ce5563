package nl.doorlichting.funding.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.awards.AwardRequest;
import nl.doorlichting.funding.schemes.SchemeConditionRequest;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision on an application.
 *
 * @param reasons why, in words for the applicant (Awb 3:46)
 * @param outOfOrderReason why it is decided against the order of allocation of the scheme, in words; required where it
 *     is, else absent
 * @param awardedAmount for GRANTED only, and then required: the amount in euros, at most what was requested, and within
 *     the bounds of the scheme on the day of the decision; absent for other outcomes
 * @param budgetLineId for GRANTED only: id of the line of the programme's budget that the award is charged to; the
 *     scheme's if absent, and required where that has none
 * @param year for GRANTED only: budget year of the programme that the award is charged to, as in 2026; the year of the
 *     decision if absent
 * @param instalments for GRANTED only: when which part is to be paid; together they come to the awarded amount; no plan
 *     if absent or empty
 * @param projectId for GRANTED only: id of the project of the programme that the award pays for; none if absent
 * @param newProject for GRANTED only, and not beside projectId: the project that is recorded from the application and
 *     that the award pays for; none if absent
 * @param conditions for GRANTED only: duties that the award gets besides those of its scheme; none if absent
 */
@Schema(name = "ApplicationDecisionRequest")
public record DecisionRequest(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 5000) String reasons,
        @Size(min = 1, max = 2000) String outOfOrderReason,
        Money awardedAmount,
        UUID budgetLineId,
        @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer year,
        @Size(max = 100) List<AwardRequest.@NotNull @Valid Instalment> instalments,
        UUID projectId,
        @Valid NewProject newProject,
        @Size(max = 100) List<@NotNull @Valid SchemeConditionRequest> conditions)
        implements HasCrossFieldRules {

    /**
     * A project that is recorded from an application: with its organisation, instrument, track, action line, period,
     * place, partners, intervention types, phenomena, target groups and description.
     *
     * @param code code of the project, unique in its programme
     * @param name name of the project; the title of the application if absent
     */
    @Schema(name = "DecisionNewProjectRequest")
    public record NewProject(
            @NotBlank @Size(max = 100) @NaturalId String code,
            @Size(min = 1, max = 200) String name) {}

    /** How an application can be decided; each is the application's status from then on. */
    @Schema(name = "DecisionOutcome")
    public enum Outcome {
        GRANTED(ApplicationStatus.GRANTED),
        REFUSED(ApplicationStatus.REFUSED),
        NOT_CONSIDERED(ApplicationStatus.NOT_CONSIDERED);

        private final ApplicationStatus status;

        Outcome(ApplicationStatus status) {
            this.status = status;
        }

        /** What the application is from then on. */
        public ApplicationStatus status() {
            return status;
        }
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        RangeChecks.positive("/awardedAmount", awardedAmount, violations);
        if (outcome == Outcome.GRANTED && awardedAmount == null) {
            violations.add(
                    Violation.body("/awardedAmount", ViolationCode.REQUIRED, Text.of("decision.amount-required")));
        }
        if (outcome != null && outcome != Outcome.GRANTED) {
            refuse("/awardedAmount", awardedAmount, Text.of("decision.amount-not-allowed"), violations);
            refuse("/budgetLineId", budgetLineId, Text.of("decision.budget-line-not-allowed"), violations);
            refuse("/year", year, Text.of("decision.grant-only"), violations);
            refuse("/instalments", instalments, Text.of("decision.grant-only"), violations);
            refuse("/projectId", projectId, Text.of("decision.grant-only"), violations);
            refuse("/newProject", newProject, Text.of("decision.grant-only"), violations);
            refuse("/conditions", conditions, Text.of("decision.grant-only"), violations);
        }
        if (outcome == Outcome.GRANTED && projectId != null && newProject != null) {
            violations.add(Violation.body("/newProject", ViolationCode.NOT_ALLOWED, Text.of("decision.project-twice")));
        }
        AwardRequest.checkInstalments(awardedAmount, instalments, violations);
        SchemeConditionRequest.check(conditions, violations);
        return violations;
    }

    private static void refuse(String pointer, Object value, Text detail, List<Violation> violations) {
        if (value != null) {
            violations.add(Violation.body(pointer, ViolationCode.NOT_ALLOWED, detail));
        }
    }
}
