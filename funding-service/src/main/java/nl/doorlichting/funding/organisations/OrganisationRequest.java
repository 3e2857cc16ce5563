package nl.doorlichting.funding.organisations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A new organisation.
 *
 * @param number number by which tokens and other records name the organisation: of a municipality its code, as in
 *     GM0344. It cannot be changed: another value is 400
 * @param name name of the organisation as it is officially written
 * @param kind what the organisation is: a code of the codelist organisation-kinds
 * @param municipality code of the municipality that the organisation is, or has its seat in, as in GM0344; not stated
 *     if absent
 * @param parent number of the organisation that this one is a part of, as in GM0344; none if absent
 * @param validFrom first day on which the organisation existed under this name; not stated if absent
 * @param validUntil first day on which it existed no more, after validFrom; absent while it exists, or where it is not
 *     known
 * @param successor number of the organisation that took over, as in GM1883; none if absent
 * @param source where this is written, in words; not stated if absent
 */
public record OrganisationRequest(
        @NotNull @Pattern(regexp = NUMBER, message = FormTexts.ORGANISATION_NUMBER)
        String number,

        @NotBlank @Size(max = 200) String name,
        @NotNull OrganisationKind kind,

        @Pattern(regexp = MUNICIPALITY, message = FormTexts.MUNICIPALITY)
        String municipality,

        @Size(min = 1, max = 40) String parent,
        LocalDate validFrom,
        LocalDate validUntil,
        @Size(min = 1, max = 40) String successor,
        @Size(min = 1, max = 500) String source)
        implements HasCrossFieldRules {

    /** The number is the last segment of a path. */
    private static final String NUMBER = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";

    private static final String MUNICIPALITY = "^GM[0-9]{4}$";

    /** Whether it names a municipality that can be looked up on its days, of one that is refused for its form. */
    boolean canBeLocated() {
        return municipality != null
                && municipality.matches(MUNICIPALITY)
                && crossViolations().isEmpty();
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        checkOther("/parent", parent, violations);
        checkOther("/successor", successor, violations);
        checkDay("/validFrom", validFrom, violations);
        checkDay("/validUntil", validUntil, violations);
        checkValidity(violations);
        return violations;
    }

    private void checkOther(String pointer, String other, List<Violation> violations) {
        if (other != null && other.equals(number)) {
            violations.add(Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("organisation.itself")));
        }
    }

    private static void checkDay(String pointer, LocalDate day, List<Violation> violations) {
        if (day != null && (day.isBefore(Period.EARLIEST) || day.isAfter(Period.LATEST))) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", Period.EARLIEST.toString(), "maximum", Period.LATEST.toString()),
                    Text.of("day.too-far")));
        }
    }

    private void checkValidity(List<Violation> violations) {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            violations.add(Violation.body(
                    "/validUntil",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", validFrom.plusDays(1).toString()),
                    Text.of("organisation.ends-before-begin")));
        }
    }
}
