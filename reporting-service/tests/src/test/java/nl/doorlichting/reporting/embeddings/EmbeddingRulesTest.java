package nl.doorlichting.reporting.embeddings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingRulesTest {
    @ParameterizedTest(name = "stated on {0}, read on {1}: stale {2}")
    @CsvSource({
        "2011-06-01, 2011-06-01, false",
        "2011-06-01, 2012-06-01, false",
        "2011-06-01, 2012-06-02, true",
        "2012-02-29, 2013-02-28, false",
        "2012-02-29, 2013-03-01, true",
        "2013-01-01, 2012-01-01, false",
    })
    void statementOlderThanOneYearIsStale(LocalDate statedOn, LocalDate today, boolean stale) {
        assertEquals(stale, EmbeddingRules.isStale(statedOn, today));
    }

    @ParameterizedTest(name = "{0} until {1}, read on {2}: ended {3}")
    @CsvSource({
        "SECURED, 2012-01-01, 2011-12-31, false",
        "SECURED, 2012-01-01, 2012-01-01, true",
        "SECURED, , 2020-01-01, false",
        "NOT_SECURED, 2012-01-01, 2013-01-01, false",
    })
    void securedStatementEndsAtItsUntil(EmbeddingStatus status, LocalDate until, LocalDate today, boolean ended) {
        assertEquals(ended, EmbeddingRules.hasEnded(status, until, today));
    }
}
