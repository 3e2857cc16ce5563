package nl.doorlichting.domain.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceCheck.InvalidMunicipality;
import org.junit.jupiter.api.Test;

class PlaceCheckTest {

    @Test
    void namesTheSuccessorOfACodeThatEnded() {
        assertEquals(
                List.of(new InvalidMunicipality("GM0052", List.of("GM1895"))),
                check(Place.ofMunicipality("GM0052"), 2011));
    }

    @Test
    void namesAllSuccessorsOfSplit() {
        assertEquals(
                List.of(new InvalidMunicipality("GM0993", List.of("GM0984", "GM1507"))),
                check(Place.ofMunicipality("GM0993"), 2011));
    }

    @Test
    void reportsEveryWrongCodeAtOnce() {
        Place place = new Place(PlaceScope.MUNICIPAL, List.of("GM0052", "GM0988", "GM0000", "GM1940"), null, null);

        assertEquals(
                List.of(
                        new InvalidMunicipality("GM0052", List.of("GM1895")),
                        new InvalidMunicipality("GM0000", List.of()),
                        new InvalidMunicipality("GM1940", List.of())),
                check(place, 2011));
    }

    @Test
    void acceptsCodeValidOnOneDayOfPeriod() {
        assertEquals(
                List.of(),
                PlaceCheck.invalidMunicipalities(
                        Place.ofMunicipality("GM0052"), Period.ofYears(2007, 2011), MunicipalityRegister.builtIn()));
    }

    private static List<InvalidMunicipality> check(Place place, int year) {
        return PlaceCheck.invalidMunicipalities(place, Period.ofYear(year), MunicipalityRegister.builtIn());
    }
}
