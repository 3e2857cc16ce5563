package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons.Translation;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.FindingSeverity;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTablesTest {
    private static final PageWords DUTCH = new PageWords(Language.DUTCH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EQUAL    | 4        | 0.5    | 3.643899 | HOLDS | 4 ± 0,5 maal             | 3,6
            EQUAL    | 7.75     | 0.25   | 7.75     | HOLDS | 7,5–8 maal               | 7,75
            AT_LEAST | 100      | 0      | 106      | HOLDS | ten minste 100 maal      | 106
            AT_MOST  | 30       | 0      | 29.7     | HOLDS | ten hoogste 30 maal      | 30
            EQUAL    | 12000000 | 500000 | 12100000 | HOLDS | 12.000.000 ± 500.000 maal | 12.100.000
            EQUAL    | 25       | 0      | 25.04    | FAILS | 25 maal                  | 25,04
            """)
    void claimIsShownAsItIsStated(
            ClaimRelation relation,
            BigDecimal stated,
            BigDecimal tolerance,
            BigDecimal found,
            ClaimOutcome outcome,
            String shown,
            String shownFound) {
        var claim = new ClaimEvaluationResponse(
                UUID.randomUUID(),
                1,
                "A",
                "B",
                "More.",
                "en",
                ClaimComparison.VALUE,
                relation,
                stated,
                tolerance,
                ClaimUnit.TIMES,
                outcome,
                null,
                found,
                found,
                found,
                null,
                List.of(),
                "x");
        var row = new RecordTables(DUTCH)
                .claims(List.of(claim), false, one -> List.of(), "x")
                .table()
                .rows()
                .get(0);
        assertEquals(List.of(shown, shownFound), row.subList(1, 3));
    }

    private static ClaimEvaluationResponse undecided(
            String stated, String tolerance, String found, String lowest, String highest, UndecidedReason why) {
        return evaluated(ClaimOutcome.UNDECIDED, stated, tolerance, found, lowest, highest, why);
    }

    private static ClaimEvaluationResponse evaluated(
            ClaimOutcome outcome,
            String stated,
            String tolerance,
            String found,
            String lowest,
            String highest,
            UndecidedReason why) {
        return new ClaimEvaluationResponse(
                UUID.randomUUID(),
                1,
                "A",
                "B",
                "More.",
                "en",
                ClaimComparison.VALUE,
                ClaimRelation.EQUAL,
                new BigDecimal(stated),
                new BigDecimal(tolerance),
                ClaimUnit.PARTICIPATIONS,
                outcome,
                why,
                number(found),
                number(lowest),
                number(highest),
                null,
                List.of(),
                "x");
    }

    private static BigDecimal number(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /** Whatever the check knows of the figure stands behind "undecided". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3975 | 0  | 3975  | 3971 | 3979 | KINDS        | het cijfer is afgerond of niet precies bekend, van 3.971 tot en met 3.979; 3.975, zoals gesteld, ligt daarbinnen
            3965 | 10 | 3975  | 3971 | 3979 | KINDS        | het cijfer is afgerond of niet precies bekend, van 3.971 tot en met 3.979; 3.965, zoals gesteld, ligt daarbuiten, en zijn marge daarbinnen
            3980 | 0  | 3975  | 3971 | -    | KINDS        | het cijfer is bekend als minstens 3.971, zonder bovengrens
            3980 | 0  | 12500 | -    | -    | KINDS        | het cijfer is bekend als circa 12.500, en dat weerlegt niets
            3980 | 0  | -     | -    | -    | KINDS        | de cijfers zijn van soorten die niet te vergelijken zijn, of te grof bekend
            3980 | 0  | 3975  | 3975 | 3975 | KINDS        | de cijfers zijn van soorten die niet te vergelijken zijn, of te grof bekend
            3980 | 0  | 3975  | 3971 | 3979 | PERIODS      | de cijfers zijn van perioden die onderling, of met die van de bewering, niet te vergelijken zijn
            3980 | 0  | -     | -    | -    | NO_FIGURE    | zo een cijfer staat niet in deze publicatie
            3980 | 0  | -     | -    | -    | WITHHELD     | deze rapportage vraagt een andere rol
            """)
    void undecidedClaimSaysWhy(
            String stated,
            String tolerance,
            String found,
            String lowest,
            String highest,
            UndecidedReason why,
            String said) {
        var picture = new RecordTables(DUTCH)
                .claims(
                        List.of(undecided(stated, tolerance, found, lowest, highest, why)),
                        true,
                        claim -> List.of(),
                        "x");
        assertEquals("onbeslist: " + said, picture.table().rows().get(0).get(3));
        assertEquals(
                "Beweringen staan hier in de taal waarin zij zijn vastgelegd; van sommige is dat het Engels.",
                picture.notes().get(0));
        assertEquals(
                why == UndecidedReason.KINDS
                        ? List.of(
                                "Een bewering over een aantal dat in de publicatie is afgerond op 5, is hier vaak onbeslist."
                                        + " Een bevinding over een afgedrukte tabel vergelijkt gedrukte getallen met elkaar,"
                                        + " en die zijn niet afgerond.")
                        : List.of(),
                picture.notes().stream()
                        .skip(1)
                        .filter(note -> !note.startsWith("±"))
                        .toList());
    }

    /** A figure that a release lacks is not one that there is not. */
    @ParameterizedTest
    @CsvSource({
        "DUTCH, false, zo een cijfer is er niet",
        "ENGLISH, false, there is no such figure",
        "ENGLISH, true, this release has no such figure"
    })
    void claimWithoutFigureSaysWhereItIsNot(Language language, boolean isReleased, String said) {
        var row = new RecordTables(new PageWords(language))
                .claims(
                        List.of(undecided("680", "0", null, null, null, UndecidedReason.NO_FIGURE)),
                        isReleased,
                        claim -> List.of(),
                        "x")
                .table()
                .file()
                .get(1);
        assertTrue(row.contains(said), row.toString());
    }

    /** The same number can be undecided here and in a finding about print, and a reader is led from one to the other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2    | ligt daarbinnen. In druk staat 3.975 ook: daarover gaat bevinding 2
            2, 5 | ligt daarbinnen. In druk staat 3.975 ook: daarover gaan bevindingen 2 en 5
            """)
    void undecidedClaimNamesFindingAboutItsNumber(String findings, String said) {
        var numbers = Stream.of(findings.split(", ")).map(Integer::valueOf).toList();
        var table = new RecordTables(DUTCH)
                .claims(
                        List.of(undecided("3975", "0", "3975", "3971", "3979", UndecidedReason.KINDS)),
                        true,
                        claim -> numbers,
                        "x")
                .table();
        assertTrue(table.rows().get(0).get(3).endsWith(said), table.rows().toString());
        assertTrue(table.file().get(1).contains(table.rows().get(0).get(3).replace("onbeslist: ", "")));
    }

    /** What a release makes of a rounded count differs with its key: the claim can be undecided in it, or fail. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAILS | klopt niet: In druk staat 3.975 ook: daarover gaat bevinding 2
            HOLDS | klopt
            """)
    void decidedClaimNamesFindingWhereItFails(ClaimOutcome outcome, String said) {
        var claim = evaluated(outcome, "3975", "0", "3980", "3976", "3984", null);
        var table = new RecordTables(DUTCH)
                .claims(List.of(claim), true, one -> List.of(2), "x")
                .table();
        assertEquals(said, table.rows().get(0).get(3));
    }

    /** What was found is as certain as the figures that it is made of; rounding of amounts excuses, and is no doubt. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "PARTICIPATIONS, 4000, 4000, 4000, 4.000",
                "PARTICIPATIONS, 4000, 4000, none, minstens 4.000",
                "PEOPLE, 4000, none, 4000, hoogstens 4.000",
                "PARTICIPATIONS, 4000, none, none, circa 4.000",
                "PARTICIPATIONS, 4000, 3900, 4100, 3.900–4.100",
                "EUR, 4000, 3900, 4100, 4.000"
            })
    void foundKeepsCertaintyOfFigures(ClaimUnit unit, String found, String lowest, String highest, String shown) {
        var claim = new ClaimEvaluationResponse(
                UUID.randomUUID(),
                1,
                "A",
                "B",
                "More.",
                "nl",
                ClaimComparison.VALUE,
                ClaimRelation.EQUAL,
                new BigDecimal("4000"),
                BigDecimal.ZERO,
                unit,
                ClaimOutcome.HOLDS,
                null,
                number(found),
                number(lowest),
                number(highest),
                null,
                List.of(),
                "x");
        var picture = new RecordTables(DUTCH).claims(List.of(claim), false, one -> List.of(), "x");
        assertEquals(shown, picture.table().rows().get(0).get(2));
        assertEquals(List.of(), picture.notes(), "a claim in the language of the page needs no word on it");
    }

    /** A claim stands in its own language, as far as it states one; a word says so only where it is another. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"nl, en, en, 1", "nl, nl, nl, 0", "en, nl, nl, 1", "en, en, en, 0", "nl, none, '', 0"})
    void claimStandsInItsLanguage(String page, String recorded, String marked, int notes) {
        var words = new PageWords(page.equals("nl") ? Language.DUTCH : Language.ENGLISH);
        var stated = undecided("1", "0", null, null, null, UndecidedReason.NO_FIGURE);
        var claim = new ClaimEvaluationResponse(
                stated.claimId(),
                1,
                "A",
                "B",
                "More.",
                recorded,
                stated.comparison(),
                stated.relation(),
                stated.stated(),
                stated.tolerance(),
                stated.unit(),
                stated.outcome(),
                stated.undecided(),
                null,
                null,
                null,
                null,
                List.of(),
                "x");
        var picture = new RecordTables(words).claims(List.of(claim), false, one -> List.of(), "x");
        assertEquals(marked, picture.table().language(0, 0));
        assertEquals(notes, picture.notes().size(), picture.notes().toString());
        assertEquals(List.of("x"), picture.sources());
        var found = new RecordTables(words)
                .findings(
                        List.of(finding(FindingKind.CLAIM_FAILS, "B: More.", false)),
                        Map.of(),
                        Map.of(),
                        recorded == null ? Map.of() : Map.of("B", recorded),
                        List.of(),
                        "x");
        assertEquals(marked, found.table().language(0, 2));
        assertEquals(notes, found.notes().size(), found.notes().toString());
    }

    /** Two tables in two languages have none in common. */
    @ParameterizedTest
    @CsvSource({
        "T: 2010; T: Total, en",
        "U: 2010, nl",
        "T: 2010; U: 2010, ''",
        "'T: a, 2010; b, 2010', en",
        "V: 2010, nl"
    })
    void findingAboutPrintedTableHasItsLanguage(String subject, String marked) {
        var found = new RecordTables(DUTCH)
                .findings(
                        List.of(finding(FindingKind.TABLE_SUM_DIFFERS, subject, false)),
                        Map.of(),
                        Map.of(),
                        Map.of("T: ", "en", "U: ", "nl"),
                        List.of(),
                        "x");
        assertEquals(marked, found.table().language(0, 2));
    }

    /** What a statement is about stands in the language in which it was recorded, as it was recorded. */
    @ParameterizedTest
    @CsvSource({"nl, nl, 0", "en, en, 1", ", '', 0"})
    void subjectOfStaleStatementHasItsLanguage(String recorded, String marked, int notes) {
        var found = new RecordTables(DUTCH)
                .findings(
                        List.of(finding(FindingKind.EMBEDDING_STALE, "a PROMISING network", false)),
                        Map.of(),
                        Map.of(),
                        recorded == null ? Map.of() : Map.of("/v1/x", recorded),
                        List.of(),
                        "x");
        assertEquals("a PROMISING network", found.table().rows().get(0).get(2));
        assertEquals(marked, found.table().language(0, 2));
        assertEquals(notes, found.notes().size(), found.notes().toString());
    }

    /** A rating between two numbers has no middle, neither as stated nor as found, and needs no margin. */
    @Test
    void ratingIsRangeAsStatedAndAsFound() {
        var claim = new ClaimEvaluationResponse(
                UUID.randomUUID(),
                1,
                "A",
                "B",
                "More.",
                "en",
                ClaimComparison.VALUE,
                ClaimRelation.EQUAL,
                new BigDecimal("7.75"),
                new BigDecimal("0.25"),
                ClaimUnit.POINTS,
                ClaimOutcome.HOLDS,
                null,
                new BigDecimal("7.75"),
                new BigDecimal("7.50"),
                new BigDecimal("8"),
                null,
                List.of(),
                "x");
        var picture = new RecordTables(DUTCH).claims(List.of(claim), false, one -> List.of(), "x");
        assertEquals(
                List.of("7,5–8 punten", "7,5–8"), picture.table().rows().get(0).subList(1, 3));
        assertEquals(
                List.of("gelijk", "", "7.5", "8", "", "punten", "", "7.5", "8"),
                picture.table().file().get(1).subList(2, 11));
        assertEquals(1, picture.notes().size(), picture.notes().toString());
    }

    @Test
    void marginOfClaimIsExplained() {
        for (var tolerance : List.of("0", "100")) {
            var notes = new RecordTables(DUTCH)
                    .claims(
                            List.of(undecided("4000", tolerance, null, null, null, UndecidedReason.NO_FIGURE)),
                            false,
                            one -> List.of(),
                            "x")
                    .notes();
            assertEquals(
                    tolerance.equals("100"),
                    notes.stream().anyMatch(note -> note.startsWith("± is de marge")),
                    notes.toString());
        }
    }

    /** A parser reads 12.500 as a decimal in a column of numbers; within words they are those of the page. */
    @Test
    void claimsHavePlainNumbersInTheirFile() {
        assertEquals(
                List.of(
                        List.of(
                                "bewering",
                                "bewering: taal",
                                "verhouding",
                                "volgens de bron",
                                "volgens de bron: laagste",
                                "volgens de bron: hoogste",
                                "marge",
                                "eenheid",
                                "gevonden",
                                "gevonden: laagste",
                                "gevonden: hoogste",
                                "gevonden: soort",
                                "uitkomst",
                                "reden",
                                "bron"),
                        List.of(
                                "More.",
                                "en",
                                "gelijk",
                                "12000.5",
                                "",
                                "",
                                "1500",
                                "deelnames",
                                "12500",
                                "12496",
                                "12504",
                                "tussen … en …",
                                "onbeslist",
                                "het cijfer is afgerond of niet precies bekend, van 12.496 tot en met 12.504; 12.000,5, zoals"
                                        + " gesteld, ligt daarbuiten, en zijn marge daarbinnen",
                                "x")),
                new RecordTables(DUTCH)
                        .claims(
                                List.of(undecided(
                                        "12000.50", "1500", "12500", "12496", "12504", UndecidedReason.KINDS)),
                                false,
                                claim -> List.of(),
                                "x")
                        .table()
                        .file());
    }

    @ParameterizedTest
    @CsvSource({"1, 1 deelname, 1 participation", "2, 2 deelnames, 2 participations", "0, 0 deelnames, 0 participations"
    })
    void oneIsSingular(String stated, String dutch, String english) {
        var claims = List.of(undecided(stated, "0", null, null, null, UndecidedReason.NO_FIGURE));
        assertEquals(
                dutch,
                new RecordTables(DUTCH)
                        .claims(claims, false, claim -> List.of(), "x")
                        .table()
                        .rows()
                        .get(0)
                        .get(1));
        assertEquals(
                english,
                new RecordTables(new PageWords(Language.ENGLISH))
                        .claims(claims, false, claim -> List.of(), "x")
                        .table()
                        .rows()
                        .get(0)
                        .get(1));
    }

    private static QualityFinding finding(FindingKind kind, String subject, boolean isAccepted) {
        return new QualityFinding(
                UUID.randomUUID(),
                kind,
                kind == FindingKind.CLAIM_FAILS ? FindingSeverity.ERROR : FindingSeverity.WARNING,
                "/v1/x",
                subject,
                Text.verbatim("REALLOCATED"),
                Text.verbatim("x"),
                Text.verbatim("y"),
                isAccepted
                        ? new QualityFinding.Acceptance(UUID.randomUUID(), "in druk", Instant.EPOCH, "somebody")
                        : null);
    }

    /** Those of one kind stand together with their number; what is explained is grey, and only errors are full. */
    @Test
    void findingsStandByKind() {
        var picture = new RecordTables(DUTCH)
                .findings(
                        List.of(
                                finding(FindingKind.CLAIM_FAILS, "a", false),
                                finding(FindingKind.YEAR_MISSING, "b", false),
                                finding(FindingKind.CLAIM_FAILS, "C: c", true),
                                finding(FindingKind.YEAR_MISSING, "d", false)),
                        Map.of(),
                        Map.of(),
                        Map.of("C", "en"),
                        List.of("note"),
                        "x");
        var markup = picture.drawn(PictureSize.WIDE).markup("i", "t", "d");
        assertTrue(markup.contains("<title>bewering klopt niet: 2 (waarvan bekend en aanvaard 1)</title>"), markup);
        assertTrue(markup.contains("<title>jaar ontbreekt: 2</title>"), markup);
        assertEquals(1, markup.split("finding-fill", -1).length - 1);
        assertEquals(2, markup.split("finding-edge", -1).length - 1);
        assertEquals(1, markup.split("unknown-fill", -1).length - 1);
        assertTrue(picture.drawn(PictureSize.NARROW).markup("i", "t", "d").contains(">Jaar ontbreekt</text>"));
        assertEquals(
                List.of(
                        "1 bewering klopt niet a",
                        "2 bewering klopt niet c",
                        "3 jaar ontbreekt b",
                        "4 jaar ontbreekt d"),
                picture.table().rows().stream()
                        .map(row -> String.join(" ", row.subList(0, 3)))
                        .toList());
        assertEquals("herbestemd", picture.table().rows().get(0).get(4));
        assertEquals("en", picture.table().language(1, 2), "a claim stands in its own language");
        assertEquals("", picture.table().language(2, 2));
        assertTrue(picture.description().contains("jaar ontbreekt: 2"), picture.description());
        assertEquals(
                List.of(
                        "note",
                        "Beweringen staan hier in de taal waarin zij zijn vastgelegd; van sommige is dat het Engels."),
                picture.notes());
    }

    /** One is singular, and none is not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            review.key.findings | 0 | 1 | bevinding over .*, ook aanvaarde; waarvan 0 fouten   | finding about .*, accepted ones too; of which 0 errors
            review.key.findings | 1 | 2 | bevindingen over .*, ook aanvaarde; waarvan 1 fout   | findings about .*, accepted ones too; of which 1 error
            review.key.findings | 2 | 3 | bevindingen over .*, ook aanvaarde; waarvan 2 fouten | findings about .*, accepted ones too; of which 2 errors
            review.key.findings | 0 | 0 | bevindingen over .*, ook aanvaarde; waarvan 0 fouten | findings about .*, accepted ones too; of which 0 errors
            review.key.findings.released | 0 | 1 | bevinding in .*, waarvan 0 fouten; .*   | finding in .*, of which 0 errors; .*
            review.key.findings.released | 1 | 2 | bevindingen in .*, waarvan 1 fout; .*   | findings in .*, of which 1 error; .*
            review.key.findings.released | 2 | 3 | bevindingen in .*, waarvan 2 fouten; .* | findings in .*, of which 2 errors; .*
            review.finding.more | 1 | 0 | nog één bevinding   | one more finding
            review.finding.more | 2 | 0 | nog 2 bevindingen   | 2 more findings
            """)
    void numberOfFindingsIsWorded(String key, long first, long second, String dutch, String english) {
        for (var worded :
                Map.of(Language.DUTCH, dutch, Language.ENGLISH, english).entrySet()) {
            var found = new PageWords(worded.getKey()).of(key, first, second);
            assertTrue(found.matches(worded.getValue()), found);
        }
    }

    /** The list of findings is ordered by their ids, which say nothing to a reader. */
    @Test
    void findingsOfOneKindStandInOrderOfWhatTheyAreAbout() {
        var years = Stream.of("2011", "2008", "2010", "2009")
                .map(year -> finding(FindingKind.YEAR_MISSING, year, false))
                .toList();
        assertEquals(
                List.of("2008", "2009", "2010", "2011"),
                new RecordTables(DUTCH)
                        .findings(years, Map.of(), Map.of(), Map.of(), List.of(), "x").table().rows().stream()
                                .map(row -> row.get(2))
                                .toList());
    }

    /** Codes of the data stand in no sentence for people. */
    @Test
    void findingsHaveNoNakedCodes() {
        var table = new RecordTables(DUTCH)
                .findings(
                        List.of(
                                finding(FindingKind.CLAIM_FAILS, "BUDGET-1: EUR 10 million was budgeted.", false),
                                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, "pilot-actie: PROMISING", false),
                                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, "project: PROMISING", false),
                                finding(FindingKind.ORGANISATION_UNKNOWN, "GM0988", false),
                                finding(FindingKind.INCLUSION_UNKNOWN, "APR", false),
                                finding(FindingKind.TABLE_SUM_DIFFERS, "REACH: 2010; REACH: Totaal; PAID: ", false),
                                finding(FindingKind.TABLE_CELL_MALFORMED, "REALLOCATED: , 2008", false)),
                        Map.of("REACH", "Bereik $1", "REALLOCATED", "Herbestemmingen"),
                        Map.of("pilot-actie", "Pilot Actie", "GM0988", "Weert", "APR", "Actieplan"),
                        Map.of(),
                        List.of(),
                        "x")
                .table();
        assertEquals(
                List.of("nl", "", "", ""),
                table.languages().subList(1, 5).stream().map(row -> row.get(2)).toList());
        assertEquals("veelbelovend, x", table.rows().get(1).get(3));
        assertEquals(
                List.of(
                        "EUR 10 million was budgeted.",
                        "Pilot Actie (pilot-actie)",
                        "project",
                        "Weert (GM0988)",
                        "Actieplan (APR)",
                        "Bereik $1 (REACH): 2010; REACH: Totaal; PAID: zonder opschrift",
                        "Herbestemmingen (REALLOCATED): zonder opschrift, 2008"),
                table.rows().stream().map(row -> row.get(2)).toList());
        assertEquals("nl", table.language(5, 2), "a title stands in its own language");
    }

    /** A verdict on the programme names it in the language of the page, and a project has a name in one language only. */
    @Test
    void findingsNameProgrammeInLanguageOfThePage() {
        var table = new RecordTables(new PageWords(Language.ENGLISH))
                .findings(
                        List.of(
                                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, "APR: EFFECTIVE", false),
                                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, "P: PROMISING", false),
                                finding(FindingKind.PROJECT_DIFFERS, "P", false)),
                        Map.of(),
                        Map.of("APR", "Action plan", "P", "Weerbaar"),
                        Map.of("APR", "en"),
                        List.of(),
                        "x")
                .table();
        assertEquals(
                List.of("Action plan (APR) en", "Weerbaar (P) nl", "Weerbaar (P) nl"),
                IntStream.range(0, 3)
                        .mapToObj(row -> table.rows().get(row).get(2) + " " + table.language(row, 2))
                        .toList());
    }

    /** A lesson without a translation stands in its own language, and is marked as of it. */
    @Test
    void lessonsStandInLanguageThatTheyHave() {
        var translated = lesson(
                LessonKind.LEARNING_POINT, "Les", "nl", new Translation(UUID.randomUUID(), "en", "Lesson", "Text"));
        var dutch = lesson(LessonKind.CONCLUSION, "Alleen hier", "nl");
        var unknown = lesson(LessonKind.LEARNING_POINT, "Ergens", null);
        var english = new RecordTables(new PageWords(Language.ENGLISH))
                .lessons(new RecordedLessons(List.of(translated, dutch, unknown), new ProjectRecords.Length(5)), "x");
        assertEquals(
                List.of("Alleen hier nl", "Lesson. Text en", "Ergens "),
                IntStream.range(0, 3)
                        .mapToObj(row -> english.table().rows().get(row).get(1) + " "
                                + english.table().language(row, 1))
                        .toList());
        assertEquals(
                List.of("conclusion", "Alleen hier", "nl", "review"),
                english.table().file().get(1));
        assertEquals(
                List.of(
                        "Lessons without a translation stand here in the language in which they were recorded.",
                        "Not shown here: 2 or more, further on in the list or in another language only."),
                english.notes());
        var inDutch = new RecordTables(DUTCH)
                .lessons(new RecordedLessons(List.of(translated, dutch), new ProjectRecords.Length(2)), "x");
        assertEquals(
                List.of("Alleen hier", "Les"),
                inDutch.table().rows().stream().map(row -> row.get(1)).toList());
        assertEquals(List.of(), inDutch.notes());
    }

    private static RecordedLessons.Lesson lesson(
            LessonKind kind, String title, String language, Translation... translations) {
        return new RecordedLessons.Lesson(
                UUID.randomUUID(), null, kind, title, null, language, List.of(translations), "review");
    }

    /** The table of a repair is named as the finding itself is, and a municipality in what is found too. */
    @Test
    void whatMendsFindingNamesItsTable() {
        var finding = new QualityFinding(
                UUID.randomUUID(),
                FindingKind.TABLE_SUM_DIFFERS,
                FindingSeverity.ERROR,
                "/v1/x",
                "REACH: 2010",
                Text.verbatim("sum of the printed cells: 8.24; 1.99"),
                Text.verbatim("y"),
                Text.verbatim("REACH, a, 2010: \"12\" -> \"21\"; REACH, b, 2010: \"1\" -> \"2\""),
                null);
        var differs = new QualityFinding(
                UUID.randomUUID(),
                FindingKind.PROJECT_DIFFERS,
                FindingSeverity.WARNING,
                "/v1/x",
                "p",
                Text.verbatim("organisatie GM0988"),
                Text.verbatim("organisatie GM0001"),
                Text.verbatim("z"),
                null);
        var rows = new RecordTables(DUTCH)
                .findings(
                        List.of(finding, differs),
                        Map.of("REACH", "Bereik"),
                        Map.of("GM0988", "Weert"),
                        Map.of(),
                        List.of(),
                        "x")
                .table()
                .rows();
        assertEquals(
                "Bereik (REACH), a, 2010: \"12\" -> \"21\"; REACH, b, 2010: \"1\" -> \"2\"",
                rows.get(0).get(5));
        assertEquals("sum of the printed cells: 8,24; 1,99", rows.get(0).get(4));
        assertEquals("organisatie Weert (GM0988)", rows.get(1).get(4));
        assertEquals("organisatie GM0001", rows.get(1).get(3));
    }

    /** Numbers within words are those of the page in its file too, in both languages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DUTCH   | 12.000 euro; 7,26
            ENGLISH | 12,000 euro; 7.26
            """)
    void wordsOfFindingsHaveNumbersOfThePageInTheirFile(Language language, String said) {
        var finding = new QualityFinding(
                UUID.randomUUID(),
                FindingKind.CLAIM_FAILS,
                FindingSeverity.ERROR,
                "/v1/x",
                "A: b",
                Text.verbatim("12000 euro; 7.26"),
                Text.verbatim("y"),
                Text.verbatim("z"),
                null);
        var table = new RecordTables(new PageWords(language))
                .findings(List.of(finding), Map.of(), Map.of(), Map.of("A", "en"), List.of(), "x")
                .table();
        assertEquals(said, table.rows().get(0).get(4));
        assertEquals(List.of("b", "en", "y", said), table.file().get(1).subList(2, 6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000000 ± 500000 euro's | 10.000.000 ± 500.000 euro's
            4 ± 0.5 maal             | 4 ± 0,5 maal
            3975 in druk; -0.98; 357 | 3.975 in druk; -0,98; 357
            12345.50                 | 12.345,5
            """)
    void numbersInTextsAreThoseOfLanguage(String text, String shown) {
        assertEquals(shown, DUTCH.withNumbers(text));
    }

    /** More than fit are counted. */
    @Test
    void manyFindingsFitIntoDrawing() {
        var many = Collections.nCopies(500, finding(FindingKind.YEAR_MISSING, "b", false));
        for (var language : Language.values()) {
            var markup = new RecordTables(new PageWords(language))
                    .findings(many, Map.of(), Map.of(), Map.of(), List.of(), "x")
                    .drawn(PictureSize.NARROW)
                    .markup("i", "t", "d");
            assertTrue(markup.contains(">500</text>"), markup);
            assertTrue(markup.split("<path", -1).length < 30, markup);
        }
    }

    @Test
    void codesInTextsHaveTheirLabels() {
        assertEquals(
                "ten minste 100 deelnames, herbestemd (APR-2007, XYZ)",
                DUTCH.withLabels("AT_LEAST 100 PARTICIPATIONS, REALLOCATED (APR-2007, XYZ)"));
    }
}
