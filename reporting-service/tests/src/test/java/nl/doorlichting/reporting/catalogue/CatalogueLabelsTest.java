package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueLabelsTest {
    private final CatalogueLabels labels = new CatalogueLabels(MunicipalityRegister.builtIn());

    @ParameterizedTest
    @CsvSource({
        "Súdwest-Fryslân, municipality:GM1900",
        "sudwest fryslan, municipality:GM1900",
        "Den Haag, municipality:GM0518",
        "'s-Gravenhage', municipality:GM0518",
        "den bosch, municipality:GM0796",
        "Noord-Brabant, province:PV30",
        "HANDREIKING, type:GUIDE",
        "guide, type:GUIDE",
        "niet doeltreffend, verdict:INEFFECTIVE",
        "doeltreffend, verdict:EFFECTIVE",
        "e-learning, type:E_LEARNING"
    })
    void wholeLabelMeansItsCode(String typed, String facet) {
        var meanings = labels.meanings(SearchWords.of(typed));
        assertEquals(Set.of(facet), meanings.get(meanings.size() - 1).whole());
    }

    @ParameterizedTest
    @CsvSource({
        "hogel, municipality:GM1966",
        "bedum, municipality:GM1966",
        "hogeland, municipality:GM0005",
        "handreikingen, type:GUIDE",
        "goede, type:GOOD_PRACTICE",
        "haagse, municipality:GM0518",
        "leidse, municipality:GM0546",
        "groningse, province:PV20",
        "drentse, province:PV22",
        "extremisme, phenomenon:RIGHT_WING_EXTREMISM"
    })
    void wordMeansLabelsThatResembleItAndTheirRelatives(String word, String facet) {
        assertTrue(labels.meanings(List.of(word)).get(0).begun().contains(facet));
    }

    @ParameterizedTest
    @CsvSource({"niet doeltreffend, verdict:INEFFECTIVE", "niet doeltreffende, verdict:INEFFECTIVE", "not effective, "})
    void deniedWordDoesNotMeanItsOpposite(String typed, String facet) {
        var meant = labels.meanings(SearchWords.of(typed)).get(1);
        assertFalse(meant.begun().contains("verdict:EFFECTIVE"), meant::toString);
        assertEquals(facet != null, meant.begun().contains(facet == null ? "" : facet));
    }

    @ParameterizedTest
    @CsvSource({
        "niet doeltreffend, verdict:EFFECTIVE",
        "niet doeltreffende, verdict:EFFECTIVE",
        "not effective, verdict:EFFECTIVE",
        "niet beoordeeld, ",
        "niet jongeren, "
    })
    void deniedWordHasItsLabelAsOpposite(String typed, String facet) {
        var opposites = labels.meanings(SearchWords.of(typed)).get(1).opposites();
        assertEquals(facet == null ? Set.of() : Set.of(facet), opposites);
    }

    @ParameterizedTest
    @CsvSource({
        "niet doeltreffend, verdict:INEFFECTIVE",
        "Goed voorbeeld, type:GOOD_PRACTICE",
        "averechts, verdict:ADVERSE",
        "noord-brabant, province:PV30",
        "goed voorbeeld jongeren, ",
        "best, ",
        "voorbeeld, "
    })
    void searchIsTheLabelOfCode(String typed, String facet) {
        assertEquals(facet == null ? Set.of() : Set.of(facet), labels.labelled(SearchWords.of(typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "provincie groningen, province:PV20",
        "gemeente Groningen, municipality:GM0014",
        "gemeente Den Haag, municipality:GM0518",
        "gemeente en provincie, ",
        "gemeente, "
    })
    void kindOfPlaceMeansThePlaceAfterIt(String typed, String facet) {
        var places = labels.meanings(SearchWords.of(typed)).get(0).begun().stream()
                .filter(one -> one.startsWith("province:") || one.startsWith("municipality:"))
                .toList();
        assertEquals(facet == null ? List.of() : List.of(facet), places);
    }

    @Test
    void wordOfNoLabelMeansNoCode() {
        assertEquals(
                CatalogueLabels.Meaning.NONE, labels.meanings(List.of("zzz")).get(0));
    }
}
