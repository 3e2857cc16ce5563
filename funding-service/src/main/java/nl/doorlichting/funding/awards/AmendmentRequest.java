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
 * A change of an award that is not settled yet (Awb 4:48, 4:50): at least one of amount, period and instalments. A
 * subsidy of which only the plan of payments changes keeps its status, also where a value is stated that it has already.
 *
 * @param amount the new amount as a whole, in euros, more than zero and no less than what is paid or reserved;
 *     unchanged if absent
 * @param totalCost the new total cost of the project, in euros, at least the amount; unchanged if absent
 * @param period the new days of the project as a whole; unchanged if absent
 * @param accountabilityDue the new last day to account, of a subsidy only; if absent, 13 weeks after until of the new
 *     period, or unchanged where the period is
 * @param instalments the parts that are still to be paid, in place of those; with those paid or reserved they come to
 *     the new amount. Empty for no plan, where none is paid or reserved. Required where parts are still to be paid and
 *     the amount changes, else the plan stays if absent
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
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

    AwardRequest.Terms terms() {
        return new AwardRequest.Terms(amount, totalCost, period, accountabilityDue, instalments);
    }
}
