package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.platform.texts.Language;
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

    @Test
    void codesInTextsHaveTheirLabels() {
        assertEquals(
                "ten minste 100 deelnames, herbestemd (APR-2007, XYZ)",
                DUTCH.withLabels("AT_LEAST 100 PARTICIPATIONS, REALLOCATED (APR-2007, XYZ)"));
    }
}
