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
 * The final amount of a subsidy (vaststelling, Awb 4:46).
 *
 * @param amount the final amount, in euros: at most what was granted, as last amended; 0.00 is possible
 * @param exOfficio true where the state settles by itself, without the recipient's account (Awb 4:47); false when
 *     absent, which needs the account
 * @param decidedOn day of the decision, not in the future and not before the last decision about the award; today if
 *     absent
 * @param reasons grounds of the decision, in words
 */
@Schema(name = "AwardSettlementRequest")
public record SettlementRequest(
        @NotNull Money amount,
        Boolean exOfficio,
        LocalDate decidedOn,
        @NotBlank @Size(max = 4000) String reasons) implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        RangeChecks.notNegative("/amount", amount, violations);
        return violations;
    }

    boolean isExOfficio() {
        return Boolean.TRUE.equals(exOfficio);
    }
}
