package nl.doorlichting.funding.awards;

import java.time.LocalDate;
import java.util.Map;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.ShareBound;
import nl.doorlichting.kernel.money.Money;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;
import nl.doorlichting.kernel.vocabulary.FundingPurpose;

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

    /** 400 naming both bounds when the share is outside them; nothing where the scheme has none. */
    void refuse(SchemeTerms terms) {
        if (!terms.isBounded()) {
            return;
        }
        var bound = terms.bound(purpose, decidedOn)
                .orElseThrow(() -> refusal(
                        "/purpose",
                        ViolationCode.NOT_ALLOWED,
                        Map.of("allowed", terms.purposes(decidedOn)),
                        "The scheme pays for no " + purpose + " on " + decidedOn + "."));
        if (totalCost == null) {
            throw refusal(
                    "/totalCost",
                    ViolationCode.REQUIRED,
                    bounds(bound),
                    "The scheme bounds the state's share of the total cost.");
        }
        if (!bound.admits(amount, totalCost)) {
            throw refusal(
                    "/amount/amount",
                    ViolationCode.OUT_OF_RANGE,
                    bounds(bound),
                    "The state pays between " + bound.minimumShare().toPlainString() + " and "
                            + bound.maximumShare().toPlainString() + " percent of the total cost.");
        }
    }

    private static Map<String, Object> bounds(ShareBound bound) {
        return Map.of("minimumShare", bound.minimumShare(), "maximumShare", bound.maximumShare());
    }

    private static ProblemException refusal(
            String pointer, String code, Map<String, Object> parameters, String detail) {
        return ProblemException.violation(Violation.body(pointer, code, parameters, detail));
    }
}
