package nl.doorlichting.gateway.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimWordsTest {
    /** A rate has as many decimals as the claim, and more only where it would look as if it held. */
    @ParameterizedTest
    @CsvSource({"40, 39 per cent", "40.5, 39.0 per cent", "39, 39.01 per cent", "39.01, 39.0101 per cent"})
    void numberThatIsFoundIsAsFineAsClaim(String stated, String found) {
        var claim = claim(stated, "39.010067", "39.010067", "39.010067", ClaimOutcome.FAILS, null);
        assertEquals(found, ClaimWords.found(claim, BigDecimal::toPlainString).toString());
    }

    @ParameterizedTest
    @CsvSource({"39, from 38.5 to 41.7", "39.5, from 38.46 to 41.67"})
    void boundsAreADecimalFinerThanClaim(String stated, String said) {
        var claim = claim(stated, "39.010067", "38.461538", "41.666667", ClaimOutcome.UNDECIDED, UndecidedReason.KINDS);
        var words = ClaimWords.undecided(claim, BigDecimal::toPlainString).toString();
        assertEquals(said, words.substring(words.indexOf("from"), words.indexOf(";")), words);
    }

    private static ClaimEvaluationResponse claim(
            String stated, String found, String lowest, String highest, ClaimOutcome outcome, UndecidedReason why) {
        return new ClaimEvaluationResponse(
                new UUID(0, 1),
                1,
                "P",
                "A",
                "Some per cent.",
                "en",
                ClaimComparison.SHARE,
                ClaimRelation.EQUAL,
                new BigDecimal(stated),
                BigDecimal.ZERO,
                ClaimUnit.PERCENT,
                outcome,
                why,
                new BigDecimal(found),
                new BigDecimal(lowest),
                new BigDecimal(highest),
                null,
                List.of(),
                "x");
    }
}
