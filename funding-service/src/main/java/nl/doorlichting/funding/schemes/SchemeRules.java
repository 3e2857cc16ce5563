package nl.doorlichting.funding.schemes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * What holds for each scheme, independent of what is stored. Source: docs/design/rules.md#co-financing; Awb 4:25-4:26.
 */
final class SchemeRules {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final List<FundingInstrument> APPLIED_FOR =
            List.of(FundingInstrument.DECENTRALISATION_GRANT, FundingInstrument.SUBSIDY);

    private SchemeRules() {}

    static List<Violation> violations(SchemeRequest request) {
        var violations = new ArrayList<Violation>();
        checkInstrument(request.fundingInstrument(), violations);
        checkOrder("/openUntil", request.openFrom(), request.openUntil(), violations);
        AmountChecks.positive("/ceiling", request.ceiling(), violations);
        if (request.ceiling() != null && request.allocationOrder() == null) {
            violations.add(Violation.body(
                    "/allocationOrder", ViolationCode.REQUIRED, "A ceiling needs an order of allocation."));
        }
        checkBounds(request.bounds() == null ? List.of() : request.bounds(), violations);
        checkConditions(request.conditions() == null ? List.of() : request.conditions(), violations);
        return violations;
    }

    private static void checkInstrument(FundingInstrument instrument, List<Violation> violations) {
        if (instrument != null && !APPLIED_FOR.contains(instrument)) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", APPLIED_FOR),
                    "A scheme gives decentralisation grants or subsidies."));
        }
    }

    private static void checkBounds(List<SchemeBoundRequest> bounds, List<Violation> violations) {
        for (int i = 0; i < bounds.size(); i++) {
            var bound = bounds.get(i);
            if (bound == null) {
                continue;
            }
            checkShares("/bounds/" + i, bound, violations);
            checkOrder("/bounds/" + i + "/validUntil", bound.validFrom(), bound.validUntil(), violations);
            checkOverlap(i, bounds, violations);
        }
    }

    private static void checkShares(String pointer, SchemeBoundRequest bound, List<Violation> violations) {
        var minimum = bound.minimumShare();
        var maximum = bound.maximumShare();
        if (minimum != null && (minimum.signum() < 0 || minimum.compareTo(WHOLE) > 0)) {
            violations.add(outside(pointer + "/minimumShare", BigDecimal.ZERO));
        }
        if (maximum != null && (maximum.signum() <= 0 || maximum.compareTo(WHOLE) > 0)) {
            violations.add(outside(pointer + "/maximumShare", BigDecimal.ZERO));
        } else if (maximum != null && minimum != null && maximum.compareTo(minimum) < 0) {
            violations.add(outside(pointer + "/maximumShare", minimum));
        }
    }

    private static Violation outside(String pointer, BigDecimal minimum) {
        return Violation.body(
                pointer,
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", minimum, "maximum", WHOLE),
                "A share is between " + minimum.toPlainString() + " and 100 percent.");
    }

    private static void checkOverlap(int index, List<SchemeBoundRequest> bounds, List<Violation> violations) {
        for (int other = 0; other < index; other++) {
            if (overlap(bounds.get(other), bounds.get(index))) {
                violations.add(Violation.body(
                        "/bounds/" + index,
                        ViolationCode.NOT_ALLOWED,
                        Map.of("overlaps", "/bounds/" + other),
                        "Two bounds of one purpose hold on the same day."));
                return;
            }
        }
    }

    private static boolean overlap(SchemeBoundRequest one, SchemeBoundRequest other) {
        if (one == null || one.purpose() == null || one.purpose() != other.purpose()) {
            return false;
        }
        return one.validFrom() != null
                && other.validFrom() != null
                && one.validFrom().isBefore(end(other))
                && other.validFrom().isBefore(end(one));
    }

    private static LocalDate end(SchemeBoundRequest bound) {
        return bound.validUntil() == null ? Period.LATEST : bound.validUntil();
    }

    private static void checkConditions(List<SchemeConditionRequest> conditions, List<Violation> violations) {
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            if (condition != null && condition.dueDate() != null && condition.dueDaysAfterAward() != null) {
                violations.add(Violation.body(
                        "/conditions/" + i + "/dueDaysAfterAward",
                        ViolationCode.NOT_ALLOWED,
                        "A condition is due on a day or so many days after the award, not both."));
            }
        }
    }

    private static void checkOrder(String pointer, LocalDate from, LocalDate until, List<Violation> violations) {
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1).toString()),
                    "The end is not after the beginning."));
        }
    }
}
