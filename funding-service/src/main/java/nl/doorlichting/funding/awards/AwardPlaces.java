package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceCheck;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Whether the municipalities that an award serves were there in its period, and which of them are in a province. */
@ApplicationScoped
class AwardPlaces {
    private final MunicipalityRegister register;

    AwardPlaces(MunicipalityRegister register) {
        this.register = register;
    }

    /** Notes each code of place and partners that was not there, with its successors. */
    void check(AwardRequest request, List<Violation> violations) {
        if (request.place() != null) {
            check(request.place().municipalities(), request.period(), "/place/municipalities/", violations);
        }
        check(request.partners(), request.period(), "/partnerMunicipalities/", violations);
    }

    /** All codes that the province ever had; 400 for a province that is not there. */
    List<String> of(String province) {
        var codes = register.all().stream()
                .filter(municipality -> municipality.province().code().equals(province))
                .map(Municipality::code)
                .toList();
        if (codes.isEmpty()) {
            var known = new TreeSet<String>();
            register.all()
                    .forEach(municipality -> known.add(municipality.province().code()));
            throw ProblemException.violation(Violation.query(
                    "province",
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("allowed", List.copyOf(known)),
                    "The province is not one of " + String.join(", ", known) + "."));
        }
        return codes;
    }

    private void check(List<String> codes, Period period, String pointer, List<Violation> violations) {
        if (codes.isEmpty()) {
            return;
        }
        var place = new Place(PlaceScope.MUNICIPAL, codes, null, null);
        PlaceCheck.invalidMunicipalities(place, period, register)
                .forEach(invalid -> violations.add(Violation.body(
                        pointer + codes.indexOf(invalid.code()),
                        ViolationCode.MUNICIPALITY_NOT_VALID,
                        Map.of("code", invalid.code(), "successors", invalid.successors()),
                        "Municipality " + invalid.code() + " was not there in " + period.code() + ".")));
    }
}
