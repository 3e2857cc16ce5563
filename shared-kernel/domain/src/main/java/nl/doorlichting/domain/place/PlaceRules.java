package nl.doorlichting.domain.place;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each scope requires: MUNICIPAL at least one code; SUB_MUNICIPAL one code and a sub-area; ABROAD a country and
 * no code; NATIONAL and UNSPECIFIED no code; REGIONAL any number of codes. A sub-area can also name a region, or a
 * place abroad.
 */
final class PlaceRules {

    private static final Pattern CODE = Pattern.compile("GM[0-9]{4}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String HOME = "NL";

    private PlaceRules() {}

    static void check(PlaceScope scope, List<String> codes, String subArea, String country) {
        codes.forEach(PlaceRules::checkCode);
        checkNumberOfCodes(scope, codes.size());
        checkSubArea(scope, subArea);
        checkCountry(scope, country);
    }

    private static void checkCode(String code) {
        refuseUnless(CODE.matcher(code).matches(), "not a municipality code: " + code);
    }

    private static void checkNumberOfCodes(PlaceScope scope, int number) {
        boolean fits = switch (scope) {
            case MUNICIPAL -> number >= 1;
            case SUB_MUNICIPAL -> number == 1;
            case REGIONAL -> true;
            case NATIONAL, ABROAD, UNSPECIFIED -> number == 0;
        };
        refuseUnless(fits, "scope " + scope + " does not go with " + number + " municipalities");
    }

    private static void checkSubArea(PlaceScope scope, String subArea) {
        refuseUnless(subArea == null || !subArea.isBlank(), "subArea is empty");
        boolean fits = switch (scope) {
            case SUB_MUNICIPAL -> subArea != null;
            case REGIONAL, ABROAD -> true;
            case MUNICIPAL, NATIONAL, UNSPECIFIED -> subArea == null;
        };
        refuseUnless(fits, "scope " + scope + (subArea == null ? " needs a subArea" : " has no subArea"));
    }

    private static void checkCountry(PlaceScope scope, String country) {
        refuseUnless(country == null || COUNTRIES.contains(country), "not an ISO 3166-1 country: " + country);
        if (scope == PlaceScope.ABROAD) {
            refuseUnless(country != null && !country.equals(HOME), "scope ABROAD needs a foreign country");
            return;
        }
        refuseUnless(country == null || country.equals(HOME), "scope " + scope + " is not in " + country);
    }

    private static void refuseUnless(boolean fits, String reason) {
        if (!fits) {
            throw new IllegalArgumentException(reason);
        }
    }
}
