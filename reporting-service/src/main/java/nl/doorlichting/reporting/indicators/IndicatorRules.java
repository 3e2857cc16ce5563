package nl.doorlichting.reporting.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * What can be done with an indicator. Once something was measured its meaning stands, or the measurements would be of
 * something else.
 */
final class IndicatorRules {
    private static final String UPDATE = "update";
    private static final String ACTUALS = "actuals";

    private IndicatorRules() {}

    static List<String> allowedActions(Caller caller, boolean measured) {
        return caller.may(AccessRule.WRITE_INVENTORIES) ? allowed(measured) : List.of();
    }

    /** 409 for a change of what was measured already. */
    static void refuseChange(boolean measured) {
        if (measured) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "What an indicator means does not change once it was measured.",
                    Map.of("allowed", allowed(true)));
        }
    }

    /** 400 for a day that is still to come. */
    static void refuseFuture(LocalDate measuredOn, LocalDate today) {
        if (measuredOn.isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    "/measuredOn",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    "Nothing was measured on a day to come."));
        }
    }

    /** What is wrong with a reason for a day that has nothing yet. */
    static Violation nothingToReplace() {
        return Violation.body(
                "/reason", ViolationCode.NOT_ALLOWED, Map.of(), "That day has nothing yet that this could replace.");
    }

    private static List<String> allowed(boolean measured) {
        var allowed = new ArrayList<String>();
        if (!measured) {
            allowed.add(UPDATE);
        }
        allowed.add(ACTUALS);
        return allowed;
    }
}
