package nl.doorlichting.funding.organisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What holds for each organisation, independent of what is stored. */
final class OrganisationRules {
    private OrganisationRules() {}

    static List<Violation> violations(OrganisationRequest request) {
        var violations = new ArrayList<Violation>();
        checkOther("/parent", request.parent(), request, violations);
        checkOther("/successor", request.successor(), request, violations);
        checkDay("/validFrom", request.validFrom(), violations);
        checkDay("/validUntil", request.validUntil(), violations);
        checkValidity(request, violations);
        return violations;
    }

    private static void checkOther(
            String pointer, String other, OrganisationRequest request, List<Violation> violations) {
        if (other != null && Objects.equals(other, request.number())) {
            violations.add(Violation.body(pointer, ViolationCode.NOT_ALLOWED, "This is the organisation itself."));
        }
    }

    private static void checkDay(String pointer, LocalDate day, List<Violation> violations) {
        if (day != null && (day.isBefore(Period.EARLIEST) || day.isAfter(Period.LATEST))) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", Period.EARLIEST.toString(), "maximum", Period.LATEST.toString()),
                    "The day is too far away."));
        }
    }

    private static void checkValidity(OrganisationRequest request, List<Violation> violations) {
        var from = request.validFrom();
        var until = request.validUntil();
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.body(
                    "/validUntil",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1).toString()),
                    "The organisation ends before it begins."));
        }
    }
}
