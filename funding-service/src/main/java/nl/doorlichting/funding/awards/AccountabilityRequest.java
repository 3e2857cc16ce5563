package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the recipient accounts for an award (Awb 4:45).
 *
 * @param spent what the recipient spent of the award, in euros, not below zero
 * @param report what was done with the money, in words
 * @param handedInOn day on which the recipient handed the account in, not in the future and not before the award was
 *     granted; today if absent
 */
@Schema(name = "AwardAccountabilityRequest")
public record AccountabilityRequest(
        @NotNull Money spent, @NotBlank @Size(max = 4000) String report, LocalDate handedInOn)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        RangeChecks.notNegative("/spent", spent, violations);
        return violations;
    }
}
