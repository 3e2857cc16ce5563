package nl.doorlichting.funding;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceCheck;
import nl.doorlichting.domain.place.PlaceCheck.InvalidMunicipality;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Whether the municipalities of a place and those that take part besides were there in the period. */
public final class Municipalities {
    private static final String IN_PLACE = "/place/municipalities/";
    private static final String PARTNERS = "/partnerMunicipalities/";

    private Municipalities() {}

    /**
     * Notes each code that was not valid on a day of the period, with its successors; place and partners may be null. Without
     * a period it notes each code that no municipality ever had.
     */
    public static void check(
            Place place,
            List<String> partners,
            Period period,
            MunicipalityRegister register,
            List<Violation> violations) {
        if (place != null) {
            checkCodes(IN_PLACE, place.municipalities(), period, register, violations);
        }
        if (partners != null && !partners.isEmpty()) {
            checkCodes(PARTNERS, partners, period, register, violations);
        }
    }

    private static void checkCodes(
            String pointer,
            List<String> codes,
            Period period,
            MunicipalityRegister register,
            List<Violation> violations) {
        if (codes.isEmpty()) {
            return;
        }
        if (period == null) {
            IntStream.range(0, codes.size())
                    .filter(i -> register.find(codes.get(i)).isEmpty())
                    .mapToObj(i -> Violation.body(
                            pointer + i,
                            ViolationCode.MUNICIPALITY_NOT_VALID,
                            Map.of("code", codes.get(i), "successors", List.of()),
                            Text.of("place.municipality-unknown", codes.get(i))))
                    .forEach(violations::add);
            return;
        }
        var together = new Place(PlaceScope.MUNICIPAL, codes, null, null);
        PlaceCheck.invalidMunicipalities(together, period, register).stream()
                .map(invalid -> violation(pointer + codes.indexOf(invalid.code()), invalid, period))
                .forEach(violations::add);
    }

    private static Violation violation(String pointer, InvalidMunicipality invalid, Period period) {
        var successors = invalid.successors();
        return Violation.body(
                pointer,
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", invalid.code(), "successors", successors),
                successors.isEmpty()
                        ? Text.of("place.municipality-not-valid", invalid.code(), period.code())
                        : Text.of("place.municipality-succeeded", invalid.code(), period.code(), successors));
    }
}
