package nl.doorlichting.reporting.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Refuses a place with an unknown municipality code; for records without a period. */
@ApplicationScoped
public class PlaceValidator {
    private final MunicipalityRegister register;

    public PlaceValidator(MunicipalityRegister register) {
        this.register = register;
    }

    /** 400 naming each unknown code below the pointer of the place; a null place passes. */
    public void refuseUnknown(Place place, String pointer) {
        var violations = violations(place, pointer);
        ProblemException.refuse(violations);
    }

    /** The violations of a place that stands at this pointer of the body; none for a null place. */
    public List<Violation> violations(Place place, String pointer) {
        var codes = place == null ? List.<String>of() : place.municipalities();
        return IntStream.range(0, codes.size())
                .filter(i -> register.find(codes.get(i)).isEmpty())
                .mapToObj(i -> violation(pointer + "/municipalities/" + i, codes.get(i)))
                .toList();
    }

    private static Violation violation(String pointer, String code) {
        return Violation.body(
                pointer,
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", List.of()),
                Text.of("place.no-municipality", code));
    }
}
