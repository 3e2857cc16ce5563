package nl.doorlichting.domain.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceTest {

    private static final String WEERT = "GM0988";
    private static final String THE_HAGUE = "GM0518";

    @ParameterizedTest
    @MethodSource
    void readsWrittenColumns(Place place) {
        assertEquals(place, PlaceColumns.of(place).toPlace());
    }

    static Stream<Place> readsWrittenColumns() {
        return Stream.of(
                Place.UNSPECIFIED,
                Place.ofMunicipality(WEERT),
                new Place(PlaceScope.NATIONAL, List.of(), null, "NL"),
                new Place(PlaceScope.REGIONAL, List.of(), "Limburg", null),
                new Place(PlaceScope.MUNICIPAL, List.of(WEERT, THE_HAGUE), null, null),
                new Place(PlaceScope.SUB_MUNICIPAL, List.of(THE_HAGUE), "Schilderswijk", null),
                new Place(PlaceScope.ABROAD, List.of(), "Antwerp", "BE"));
    }

    @Test
    void rejectsFieldsOfOtherScope() {
        refused(PlaceScope.MUNICIPAL, List.of(), null, null);
        refused(PlaceScope.MUNICIPAL, List.of(WEERT), "centre", null);
        refused(PlaceScope.SUB_MUNICIPAL, List.of(WEERT), null, null);
        refused(PlaceScope.SUB_MUNICIPAL, List.of(WEERT), " ", null);
        refused(PlaceScope.SUB_MUNICIPAL, List.of(WEERT, THE_HAGUE), "centre", null);
        refused(PlaceScope.NATIONAL, List.of(WEERT), null, null);
        refused(PlaceScope.UNSPECIFIED, List.of(WEERT), null, null);
        refused(PlaceScope.ABROAD, List.of(WEERT), null, "BE");
        refused(PlaceScope.ABROAD, List.of(), null, null);
        refused(PlaceScope.ABROAD, List.of(), null, "NL");
        refused(PlaceScope.ABROAD, List.of(), null, "XQ");
        refused(PlaceScope.MUNICIPAL, List.of(WEERT), null, "BE");
        refused(PlaceScope.MUNICIPAL, List.of("988"), null, null);
    }

    @Test
    void keepsOrderOfDistinctCodes() {
        Place place = new Place(PlaceScope.MUNICIPAL, List.of(WEERT, THE_HAGUE, WEERT), null, null);

        assertEquals(List.of(WEERT, THE_HAGUE), place.municipalities());
    }

    private static void refused(PlaceScope scope, List<String> codes, String subArea, String country) {
        assertThrows(IllegalArgumentException.class, () -> new Place(scope, codes, subArea, country));
    }
}
