package nl.doorlichting.kernel.web;

import java.util.List;
import java.util.Map;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.place.PlaceCheck;
import nl.doorlichting.kernel.place.PlaceCheck.InvalidMunicipality;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

/** Refuses a place whose municipalities were not there in the period that the record is about. */
public final class PlaceViolations {
    private PlaceViolations() {}

    /** 400 naming each code at {@code /place/municipalities/…} with its successors; a null place passes. */
    public static void refuse(Place place, Period period, MunicipalityRegister register) {
        if (place == null) {
            return;
        }
        var invalid = PlaceCheck.invalidMunicipalities(place, period, register);
        if (!invalid.isEmpty()) {
            throw ProblemException.violations(
                    invalid.stream().map(one -> violation(one, place, period)).toList());
        }
    }

    private static Violation violation(InvalidMunicipality invalid, Place place, Period period) {
        var successors = invalid.successors();
        return Violation.body(
                "/place/municipalities/" + place.municipalities().indexOf(invalid.code()),
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", invalid.code(), "successors", successors),
                "Municipality " + invalid.code() + " was not there in " + period.code() + advice(successors));
    }

    private static String advice(List<String> successors) {
        return successors.isEmpty() ? "." : "; then it was " + String.join(", ", successors) + ".";
    }
}
