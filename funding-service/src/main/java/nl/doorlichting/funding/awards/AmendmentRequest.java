package nl.doorlichting.funding.awards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of an award that is not settled yet (Awb 4:48, 4:50): another amount, another period, another plan of
 * payments, or several of these. A subsidy of which only the plan changes stays what it is.
 *
 * @param amount the new amount as a whole, in euros; no less than what is paid or reserved; unchanged if absent
 * @param totalCost the new total cost, in euros; unchanged if absent
 * @param period days of the project from now on; unchanged if absent
 * @param accountabilityDue the new last day to account, of a subsidy only; if absent it moves with the period
 * @param instalments the parts that are still to be paid; with those paid or reserved together the new amount; required
 *     where there is a plan and the amount changes, else the plan stays if absent
 * @param decidedOn day of the decision, not in the future; today if absent
 * @param reasons grounds of the amendment, in words
 */
@Schema(name = "AwardAmendmentRequest")
public record AmendmentRequest(
        Money amount,
        Money totalCost,
        Period period,
        LocalDate accountabilityDue,
        @Size(max = 100) List<AwardRequest.@NotNull @Valid Instalment> instalments,
        LocalDate decidedOn,
        @NotBlank @Size(max = 4000) String reasons)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (amount == null && period == null && instalments == null) {
            violations.add(Violation.body("", ViolationCode.REQUIRED, Text.of("amendment.empty")));
        }
        terms().check(violations);
        return violations;
    }

    /** Whether the recipient gets the same money for the same, only on other days. */
    boolean changesPlanOnly() {
        return amount == null && totalCost == null && period == null && accountabilityDue == null;
    }

    AwardRequest.Terms terms() {
        return new AwardRequest.Terms(amount, totalCost, period, accountabilityDue, instalments);
    }
}
