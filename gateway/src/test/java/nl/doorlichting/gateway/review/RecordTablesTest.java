package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
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
                .claims(List.of(claim), "x")
                .table()
                .rows()
                .get(0);
        assertEquals(List.of(shown, shownFound), row.subList(1, 3));
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
                                finding(FindingKind.CLAIM_FAILS, "c", true),
                                finding(FindingKind.YEAR_MISSING, "d", false)),
                        "x");
        var markup = picture.wide().markup("i", "t", "d");
        assertTrue(markup.contains("<title>bewering klopt niet: 2 (waarvan bekend en aanvaard 1)</title>"), markup);
        assertTrue(markup.contains("<title>jaar ontbreekt: 2</title>"), markup);
        assertEquals(1, markup.split("finding-fill", -1).length - 1);
        assertEquals(2, markup.split("finding-edge", -1).length - 1);
        assertEquals(1, markup.split("unknown-fill", -1).length - 1);
        assertTrue(picture.narrow().markup("i", "t", "d").contains(">Jaar ontbreekt</text>"));
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
        assertEquals("en", picture.table().language(0, 2), "a claim stands in its own language");
        assertEquals("", picture.table().language(2, 2));
        assertTrue(picture.description().contains("jaar ontbreekt: 2"), picture.description());
    }

    /** Codes of the data stand in no sentence for people. */
    @Test
    void findingsHaveNoNakedCodes() {
        var rows = new RecordTables(DUTCH)
                .findings(
                        List.of(
                                finding(FindingKind.CLAIM_FAILS, "BUDGET-1: EUR 10 million was budgeted.", false),
                                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, "pilot-actie: PROMISING", false)),
                        "x")
                .table()
                .rows();
        assertEquals("EUR 10 million was budgeted.", rows.get(0).get(2));
        assertEquals("pilot-actie: veelbelovend", rows.get(1).get(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000000 ± 500000 euro's | 10.000.000 ± 500.000 euro's
            4 ± 0.5 maal             | 4 ± 0,5 maal
            2010, 2007-2009          | 2010, 2007-2009
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
                    .findings(many, "x")
                    .narrow()
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
