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
        ProblemException.refuse(of("/place", place, period, register));
    }

    /** The violations of a place that stands at this pointer of the body; none for a null place. */
    public static List<Violation> of(String pointer, Place place, Period period, MunicipalityRegister register) {
        return place == null ? List.of() : of(pointer + "/municipalities", place.municipalities(), period, register);
    }

    /**
     * Those of a list of codes that stands at this pointer; none for null. Without a period they are the codes that no
     * municipality ever had.
     */
    public static List<Violation> of(String pointer, List<String> codes, Period period, MunicipalityRegister register) {
        if (codes == null) {
            return List.of();
        }
        var invalid = period == null
                ? codes.stream()
                        .filter(code -> register.find(code).isEmpty())
                        .map(code -> new InvalidMunicipality(code, List.of()))
                : PlaceCheck.invalidMunicipalities(codes, period, register).stream();
        return invalid.map(one -> violation(pointer + "/" + codes.indexOf(one.code()), one, period))
                .toList();
    }

    private static Violation violation(String pointer, InvalidMunicipality invalid, Period period) {
        var successors = invalid.successors();
        return Violation.body(
                pointer,
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", invalid.code(), "successors", successors),
                detail(invalid.code(), successors, period));
    }

    private static Text detail(String code, List<String> successors, Period period) {
        if (period == null) {
            return Text.of("place.municipality-unknown", code);
        }
        return successors.isEmpty()
                ? Text.of("place.municipality-not-valid", code, period.code())
                : Text.of("place.municipality-succeeded", code, period.code(), successors);
    }
}
