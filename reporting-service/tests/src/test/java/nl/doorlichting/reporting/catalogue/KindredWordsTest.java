package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindredWordsTest {
    @ParameterizedTest
    @CsvSource({
        "evalueren, evaluatie",
        "evalueert, evaluatie",
        "geevalueerd, evaluatie",
        "generaliseren, generalisatie",
        "evaluatie, evalueer",
        "evaluaties, evalueren",
        "salafisme, salafist",
        "salafist, salafisme",
        "salafisten, salafisme",
        "salafistische, salafisme",
        "moskeeën, moskee",
        "categorieën, categorie",
        "financiën, financie",
        "polarization, polarisation",
        "leraren, docent",
        "leerkrachten, leraar",
        "teacher, educator",
        "extreemrechts, rechtsextremisme",
        "extreem rechts, rechtsextremisme",
        "extreem-rechtse, rechtsextremisme",
        "rechts-extremisten, rechtsextremisme",
        "goed voorbeeld, best practice",
        "0-meting, monitor",
        "decentralisatie-uitkeringen, decentralisation grant",
        "niet effectief, niet doeltreffend",
        "right extremism, right wing extremism",
        "radicalisering, radicalisation",
        "radicalisation, radicalisering",
        "radicaliseren, radicalisation"
    })
    void findsWordsOfFamily(String words, String kin) {
        var typed = SearchWords.of(words);
        var others = KindredWords.in(typed).stream()
                .filter(family -> family.from() == 0 && family.until() == typed.size())
                .flatMap(family -> family.others().stream())
                .map(other -> String.join(" ", other))
                .toList();
        assertTrue(others.contains(kin), others::toString);
    }

    @Test
    void whatStandsAfterTheSignFindsNothingOfWhatStandsBefore() {
        var others = KindredWords.in(List.of("monitoring")).stream()
                .flatMap(family -> family.others().stream())
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void familyOfSeveralWordsIsOfThosePlaces() {
        var families = KindredWords.in(List.of("aanpak", "extreem", "rechts"));
        assertEquals(1, families.size());
        assertEquals(1, families.get(0).from());
        assertEquals(3, families.get(0).until());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leren", "beleid", "natie", "twist", "politiek", "station", "scholen", "schools", "meeting"})
    void mostWordsHaveNone(String word) {
        assertEquals(List.of(), KindredWords.in(List.of(word)));
    }
}
