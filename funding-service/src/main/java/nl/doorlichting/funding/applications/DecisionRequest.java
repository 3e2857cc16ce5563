package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision on an application.
 *
 * @param reasons why, in words for the applicant (Awb 3:46)
 * @param awardedAmount for GRANTED only, and then required: the amount in euros, at most what was requested, and within
 *     the bounds of the scheme on the day of the decision; absent for other outcomes
 * @param budgetLineId for GRANTED only: id of the line of the programme's budget that the award is charged to; the
 *     scheme's if absent, and required where that has none
 */
@Schema(name = "ApplicationDecisionRequest")
public record DecisionRequest(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 5000) String reasons,
        Money awardedAmount,
        UUID budgetLineId) implements HasCrossFieldRules {

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
        AmountChecks.positive("/awardedAmount", awardedAmount, violations);
        if (outcome == Outcome.GRANTED && awardedAmount == null) {
            violations.add(
                    Violation.body("/awardedAmount", ViolationCode.REQUIRED, Text.of("decision.amount-required")));
        }
        if (outcome != null && outcome != Outcome.GRANTED && awardedAmount != null) {
            violations.add(Violation.body(
                    "/awardedAmount", ViolationCode.NOT_ALLOWED, Text.of("decision.amount-not-allowed")));
        }
        if (outcome != null && outcome != Outcome.GRANTED && budgetLineId != null) {
            violations.add(Violation.body(
                    "/budgetLineId", ViolationCode.NOT_ALLOWED, Text.of("decision.budget-line-not-allowed")));
        }
        return violations;
    }
}
