package nl.doorlichting.funding.reclaims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * What a receipt should have stated.
 *
 * @param receiptId id of a receipt of the claim
 * @param amount what came back by it, in euros: 0.00 if nothing did
 * @param reason why the receipt was wrong, in words
 */
public record ReceiptCorrectionRequest(
        @NotNull UUID receiptId,
        @NotNull Money amount,
        @NotBlank @Size(max = 4000) String reason) implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        RangeChecks.notNegative("/amount", amount, violations);
        return violations;
    }
}
