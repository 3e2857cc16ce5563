package nl.doorlichting.api.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.platform.json.JsonObjectReader;
import nl.doorlichting.platform.json.ScalarDeserializers;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reads a place. The service checks whether its codes were valid, because it has the period. */
final class PlaceReader {
    private static final String MUNICIPALITIES = "municipalities";

    private PlaceReader() {}

    static Place place(JsonObjectReader object) {
        object.refuseOthersThan("scope", MUNICIPALITIES, "subArea", "country");
        var scope = object.enumeration("scope", PlaceScope.class);
        var municipalities = object.texts(MUNICIPALITIES);
        var subArea = object.optionalText("subArea", 200);
        var country = object.optionalText("country", 2);
        checkCodes(object, municipalities);
        return object.failed() ? null : place(object, scope, municipalities, subArea, country);
    }

    private static void checkCodes(JsonObjectReader object, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.get(i).matches("GM\\d{4}")) {
                object.fail(
                        MUNICIPALITIES + "/" + i,
                        ViolationCode.MUNICIPALITY_NOT_VALID,
                        Map.of(
                                "code",
                                ScalarDeserializers.text(codes.get(i)) == null ? codes.get(i) : "",
                                "successors",
                                List.of()),
                        Text.of("place.municipality-code-expected"));
            }
        }
    }

    private static Place place(
            JsonObjectReader object, PlaceScope scope, List<String> codes, String subArea, String country) {
        try {
            return new Place(scope, codes, subArea, country);
        } catch (IllegalArgumentException misfit) {
            return object.fail(
                    "",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("scope", scope),
                    Text.of("place.scope."
                            + scope.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }
}
