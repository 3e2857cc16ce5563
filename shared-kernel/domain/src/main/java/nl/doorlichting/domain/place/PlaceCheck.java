package nl.doorlichting.domain.place;

import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.domain.period.Period;

/**
 * Checks whether the municipalities of a place existed at the time: a code must be valid on at least one day of the
 * period (docs/design/figures.md#places). The answer is data, so that all invalid codes can be reported at once.
 */
public final class PlaceCheck {

    private PlaceCheck() {}

    /**
     * A code that was not valid in the period.
     *
     * @param successors the codes that held its territory when the period began; none for a code that is unknown or
     *     began later
     */
    public record InvalidMunicipality(String code, List<String> successors) {}

    /** The codes that are not valid in the period, in the order of the place; empty if all are valid. */
    public static List<InvalidMunicipality> invalidMunicipalities(
            Place place, Period period, MunicipalityRegister register) {
        return invalidMunicipalities(place.municipalities(), period, register);
    }

    /** Those of these codes, each once. */
    public static List<InvalidMunicipality> invalidMunicipalities(
            List<String> codes, Period period, MunicipalityRegister register) {
        return codes.stream()
                .distinct()
                .filter(code -> !register.isValidWithin(code, period))
                .map(code -> new InvalidMunicipality(code, successors(code, period, register)))
                .toList();
    }

    private static List<String> successors(String code, Period period, MunicipalityRegister register) {
        if (register.find(code).isEmpty()) {
            return List.of();
        }
        Reexpression then = register.reexpress(code, period.from());
        return then instanceof Reexpression.Allocated allocated
                ? List.of(allocated.code())
                : List.copyOf(((Reexpression.Unallocated) then).candidates());
    }
}
