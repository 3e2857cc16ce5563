package nl.doorlichting.reporting.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.doorlichting.domain.vocabulary.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRuleTest {
    @ParameterizedTest(name = "{0} at level {1}: above its evidence {2}")
    @CsvSource({
        "EFFECTIVE, , true",
        "EFFECTIVE, 2, true",
        "EFFECTIVE, 3, false",
        "EFFECTIVE, 4, false",
        "PROMISING, , true",
        "PROMISING, 1, true",
        "PROMISING, 2, false",
        "INCONCLUSIVE, , false",
        "INEFFECTIVE, 0, false",
        "ADVERSE, , false",
        "NOT_ASSESSED, , false",
    })
    void detectsVerdictAboveItsEvidence(Verdict verdict, Integer level, boolean above) {
        assertEquals(above, EvidenceRule.isAboveEvidence(verdict, level));
    }
}
