package nl.doorlichting.funding.awards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.ShareBound;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * What the state pays of what the project costs, to be held against the bounds that the scheme had on the day of the
 * decision. Source: docs/design/rules.md#co-financing.
 *
 * @param totalCost null when not stated
 */
record AwardShare(FundingPurpose purpose, LocalDate decidedOn, Money amount, Money totalCost) {

    static AwardShare of(AwardRequest request) {
        return new AwardShare(request.purposeOrProject(), request.decidedOn(), request.amount(), request.totalCost());
    }

    static AwardShare of(Award award) {
        return new AwardShare(award.purpose, award.decidedOn, Award.money(award.amount), Award.money(award.totalCost));
    }

    /** Notes a share outside the bounds, which it names; nothing where the scheme has none. */
    void check(SchemeTerms terms, List<Violation> violations) {
        if (!terms.isBounded()) {
            return;
        }
        terms.bound(purpose, decidedOn)
                .ifPresentOrElse(
                        bound -> check(bound, violations),
                        () -> violations.add(Violation.body(
                                "/purpose",
                                ViolationCode.NOT_ALLOWED,
                                Map.of("allowed", terms.purposes(decidedOn)),
                                "The scheme pays for no " + purpose + " on " + decidedOn + ".")));
    }

    private void check(ShareBound bound, List<Violation> violations) {
        if (totalCost == null) {
            violations.add(Violation.body(
                    "/totalCost",
                    ViolationCode.REQUIRED,
                    bounds(bound),
                    "The scheme bounds the state's share of the total cost."));
            return;
        }
        if (!bound.admits(amount, totalCost)) {
            violations.add(Violation.body(
                    "/amount/amount",
                    ViolationCode.OUT_OF_RANGE,
                    bounds(bound),
                    "The state pays between " + bound.minimumShare().toPlainString() + " and "
                            + bound.maximumShare().toPlainString() + " percent of the total cost."));
        }
    }

    private static Map<String, Object> bounds(ShareBound bound) {
        return Map.of("minimumShare", bound.minimumShare(), "maximumShare", bound.maximumShare());
    }
}
