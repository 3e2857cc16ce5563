package nl.doorlichting.api.places;

import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceCheck;
import nl.doorlichting.domain.place.PlaceCheck.InvalidMunicipality;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Rejects a place whose municipalities did not exist in the period of the record. */
public final class PlaceViolations {
    private PlaceViolations() {}

    /** 400 naming each code at {@code /place/municipalities/…} with its successors; a null place passes. */
    public static void refuse(Place place, Period period, MunicipalityRegister register) {
        var violations = of("/place", place, period, register);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    /** The violations of a place that stands at this pointer of the body; none for a null place. */
    public static List<Violation> of(String pointer, Place place, Period period, MunicipalityRegister register) {
        if (place == null) {
            return List.of();
        }
        return PlaceCheck.invalidMunicipalities(place, period, register).stream()
                .map(invalid -> violation(pointer, invalid, place, period))
                .toList();
    }

    private static Violation violation(String pointer, InvalidMunicipality invalid, Place place, Period period) {
        var successors = invalid.successors();
        return Violation.body(
                pointer + "/municipalities/" + place.municipalities().indexOf(invalid.code()),
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", invalid.code(), "successors", successors),
                successors.isEmpty()
                        ? Text.of("place.municipality-not-valid", invalid.code(), period.code())
                        : Text.of("place.municipality-succeeded", invalid.code(), period.code(), successors));
    }
}
