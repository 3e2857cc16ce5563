package nl.doorlichting.funding.awards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What amounts and dates of an award must be whatever is stored. */
final class AwardAmounts {
    private static final List<String> INSTRUMENTS =
            List.of(FundingInstrument.DECENTRALISATION_GRANT.name(), FundingInstrument.SUBSIDY.name());

    private AwardAmounts() {}

    static List<Violation> violations(AwardRequest request) {
        var violations = new ArrayList<Violation>();
        checkInstrument(request, violations);
        AmountChecks.positive("/amount", request.amount(), violations);
        checkTotalCost(request.amount(), request.totalCost(), violations);
        checkPlan(request.amount(), request.instalments(), violations);
        return violations;
    }

    static List<Violation> violations(AmendmentRequest request) {
        var violations = new ArrayList<Violation>();
        if (request.amount() == null && request.period() == null) {
            violations.add(Violation.body("", ViolationCode.REQUIRED, "An amendment names an amount or a period."));
        }
        AmountChecks.positive("/amount", request.amount(), violations);
        checkTotalCost(request.amount(), request.totalCost(), violations);
        checkEachInstalment(request.instalments(), violations);
        return violations;
    }

    private static void checkInstrument(AwardRequest request, List<Violation> violations) {
        var instrument = request.fundingInstrument();
        if (instrument != null && !INSTRUMENTS.contains(instrument.name())) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", INSTRUMENTS),
                    "Awards are decentralisation grants and subsidies; prizes and procurements stand elsewhere."));
        }
        if (instrument == FundingInstrument.DECENTRALISATION_GRANT && request.accountabilityDue() != null) {
            violations.add(Violation.body(
                    "/accountabilityDue",
                    ViolationCode.NOT_ALLOWED,
                    "A municipality accounts for a decentralisation grant to its own council."));
        }
    }

    private static void checkTotalCost(Money amount, Money totalCost, List<Violation> violations) {
        if (amount != null && totalCost != null && totalCost.compareTo(amount) < 0) {
            violations.add(Violation.body(
                    "/totalCost/amount",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", amount.amount().toPlainString()),
                    "The total cost is at least the amount."));
        }
    }

    private static void checkPlan(Money amount, List<AwardInstalmentRequest> plan, List<Violation> violations) {
        checkEachInstalment(plan, violations);
        if (amount == null || plan == null || plan.isEmpty()) {
            return;
        }
        var amounts = plan.stream()
                .filter(Objects::nonNull)
                .map(AwardInstalmentRequest::amount)
                .filter(Objects::nonNull)
                .toList();
        if (amounts.size() == plan.size() && total(amounts).compareTo(amount.amount()) != 0) {
            violations.add(Violation.body(
                    "/instalments",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("sum", amount.amount().toPlainString()),
                    "The instalments together are the amount."));
        }
    }

    // As plain numbers: the sum of many may be more than an amount can be.
    private static BigDecimal total(List<Money> amounts) {
        return amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void checkEachInstalment(List<AwardInstalmentRequest> plan, List<Violation> violations) {
        for (int i = 0; plan != null && i < plan.size(); i++) {
            if (plan.get(i) != null) {
                AmountChecks.positive(
                        "/instalments/" + i + "/amount", plan.get(i).amount(), violations);
            }
        }
    }
}
