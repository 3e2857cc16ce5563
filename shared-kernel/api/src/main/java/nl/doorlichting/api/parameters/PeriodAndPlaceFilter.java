package nl.doorlichting.api.parameters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** The period and place of a query about figures, with the check that they are consistent. Every field may be null. */
record PeriodAndPlaceFilter(
        LocalDate from, LocalDate until, String municipality, String province, LocalDate boundaries) {

    void check(MunicipalityRegister register, Collection<Violation> violations) {
        checkPeriod(violations);
        checkMunicipality(register, violations);
        checkProvince(register, violations);
    }

    private void checkPeriod(Collection<Violation> violations) {
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.query(
                    "until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    "until is not after from."));
        }
    }

    private void checkMunicipality(MunicipalityRegister register, Collection<Violation> violations) {
        if (municipality == null) {
            return;
        }
        var known = register.find(municipality);
        var valid = known.isPresent() && (boundaries == null || known.get().isValidOn(boundaries));
        if (!valid) {
            var successors = known.isPresent() ? successors(register) : List.<String>of();
            violations.add(Violation.query(
                    "municipality",
                    ViolationCode.MUNICIPALITY_NOT_VALID,
                    Map.of("code", municipality, "successors", successors),
                    "The register has no such municipality" + (boundaries == null ? "." : " on " + boundaries + ".")));
        }
    }

    private List<String> successors(MunicipalityRegister register) {
        var then = register.reexpress(municipality, boundaries);
        return then instanceof Reexpression.Allocated allocated
                ? List.of(allocated.code())
                : List.copyOf(((Reexpression.Unallocated) then).candidates());
    }

    private void checkProvince(MunicipalityRegister register, Collection<Violation> violations) {
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        if (province != null && !known.contains(province)) {
            violations.add(Violation.query(
                    "province",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", List.copyOf(known)),
                    "The province is not one of " + String.join(", ", known) + "."));
        }
    }
}
