package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Note;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FigureNoteTest {
    /** Notes of the gateway, whose report has them beside those of its sources. */
    private static final Set<NoteCode> OF_REPORTS = Set.of(
            NoteCode.REGISTERS_DIFFER,
            NoteCode.SOURCES_MAY_OVERLAP,
            NoteCode.RECORDS_LEFT_OUT,
            NoteCode.AWARDS_EXCEED_TALLY);

    @ParameterizedTest
    @EnumSource
    void isWordedInBothLanguagesWithWhatItCounts(Structure structure) {
        for (var code : structure.notes()) {
            for (var note : List.of(new Note(code, 1, List.of()), new Note(code, 1234, List.of("A", "B")))) {
                var detail = FigureNote.of(structure, note).detail();
                var english = detail.in(Language.ENGLISH);
                var dutch = detail.in(Language.DUTCH);
                assertNotEquals(english, dutch);
                for (var words : List.of(english, dutch)) {
                    assertFalse(words.contains("{"), words);
                    assertFalse(words.contains("1,234") || words.contains("1.234"), words);
                    assertEquals(
                            note.count() > 1 && !isWithoutNumber(structure, code),
                            words.contains("1234") || words.contains("A, B"),
                            words);
                }
            }
        }
    }

    private static boolean isWithoutNumber(Structure structure, NoteCode code) {
        return structure == Structure.ADVICE && code == NoteCode.PARTIAL_OVERLAP;
    }

    @Test
    void everyCodeIsNoteOfSomeAnswer() {
        var codes = EnumSet.copyOf(OF_REPORTS);
        Stream.of(Structure.values()).map(Structure::notes).forEach(codes::addAll);
        // Of a dossier.
        codes.add(NoteCode.OWN_RECORDS_ONLY);
        codes.add(NoteCode.OWN_MONEY_ONLY);
        assertEquals(EnumSet.allOf(NoteCode.class), codes);
    }

    static Stream<List<Object>> wordings() {
        return Stream.of(
                List.of(
                        new Note(NoteCode.UNEQUAL_PERIODS, 2, List.of("2007-2009 / 3", "2010 / 1")),
                        "periods of different length compare per 12 months only: divide each by its length in years:"
                                + " 2007-2009 / 3, 2010 / 1",
                        "perioden van verschillende lengte zijn alleen per 12 maanden te vergelijken: deel elk door de"
                                + " lengte in jaren: 2007-2009 / 3, 2010 / 1"),
                List.of(
                        new Note(NoteCode.OVERLAPPING_PERIODS, 2, List.of("2007-2009", "2009-2010", "2010")),
                        "periods that partly overlap: participations of one may be in another: 2007-2009, 2009-2010,"
                                + " 2010",
                        "perioden die elkaar deels overlappen: deelnames van de ene kunnen ook in een andere zitten:"
                                + " 2007-2009, 2009-2010, 2010"),
                List.of(
                        new Note(NoteCode.SPLIT, 1, List.of("GM0993")),
                        "in no one municipality of the day asked for: 1 record of GM0993",
                        "niet in één gemeente van de gevraagde dag: 1 gegeven van GM0993"),
                List.of(
                        new Note(NoteCode.NOT_STATED, 1234, List.of()),
                        "they do not state what a filter wants: left out: 1234 records",
                        "zij vermelden niet waar een filter om vraagt: weggelaten: 1234 gegevens"),
                List.of(
                        new Note(NoteCode.NOTHING_RECORDED, 1, List.of()),
                        "nothing is recorded that is asked for",
                        "er is niets vastgelegd waar naar is gevraagd"));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void readsAsSentence(List<Object> wording) {
        var detail = FigureNote.of(Structure.REACH, (Note) wording.get(0)).detail();
        assertEquals(wording.get(1), detail.in(Language.ENGLISH));
        assertEquals(wording.get(2), detail.in(Language.DUTCH));
    }

    @Test
    void namesSomeOfManyPeriodsOfTrainings() {
        var periods = IntStream.range(2000, 2032).mapToObj(Integer::toString).toList();
        var note = new Note(NoteCode.OVERLAPPING_PERIODS, 32, periods);
        var training = FigureNote.of(Structure.TRAINING, note).detail();
        assertTrue(training.in(Language.ENGLISH).endsWith(" 2019 and 12 more"));
        assertTrue(training.in(Language.DUTCH).endsWith(" 2019 en 12 andere"));
        assertTrue(FigureNote.of(Structure.REACH, note).detail().toString().endsWith(" 2031"));
    }

    @Test
    void namesThousandOfTensOfThousandsOfDays() {
        var days = IntStream.range(0, 42_000).mapToObj(Integer::toString).toList();
        var detail = FigureNote.of(Structure.REACH, new Note(NoteCode.OVERLAPPING_PERIODS, 3, days))
                .detail();
        assertTrue(detail.in(Language.ENGLISH).endsWith(" 999 and 41000 more"));
    }

    @Test
    void isStoredInBothLanguages() {
        var english = new FigureNote("SPLIT", 2, Text.verbatim("two"));
        var stored = english.worded(Text.verbatim("twee"));
        var both = stored.and(stored);
        assertEquals(4, both.count());
        assertEquals("two; two", both.detail().in(Language.ENGLISH));
        assertEquals("twee; twee", both.detail().in(Language.DUTCH));
    }
}
