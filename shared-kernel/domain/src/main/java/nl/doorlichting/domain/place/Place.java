package nl.doorlichting.domain.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Where something was. {@code municipalities} are codes of the municipality register (GM0988), each once, in the order given;
 * {@code country} is ISO 3166-1 alpha-2. {@link PlaceCheck} checks whether a code was valid at the time.
 *
 * <p>Source: docs/design/figures.md#places.
 *
 * @param municipalities codes of the municipalities, valid on the days concerned, as in GM0344; empty where the scope
 *     names none
 * @throws IllegalArgumentException when the parts do not fit the scope; {@link PlaceRules} has the rules
 */
public record Place(PlaceScope scope, List<String> municipalities, String subArea, String country) {

    /** A place that was not recorded. */
    public static final Place UNSPECIFIED = new Place(PlaceScope.UNSPECIFIED, List.of(), null, null);

    public Place {
        Objects.requireNonNull(scope, "scope");
        municipalities = List.copyOf(new LinkedHashSet<>(municipalities == null ? List.of() : municipalities));
        PlaceRules.check(scope, municipalities, subArea, country);
    }

    /** One municipality, whole. */
    public static Place ofMunicipality(String code) {
        return new Place(PlaceScope.MUNICIPAL, List.of(code), null, null);
    }
}
