package nl.doorlichting.domain.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import nl.doorlichting.domain.period.Period;
import org.junit.jupiter.api.Test;

class FigureDaysTest {
    private static final FigureDays YEAR = FigureDays.of(Period.ofYear(2010));

    @Test
    void areOnePeriodHoweverItIsStated() {
        assertEquals(YEAR, of(Map.of("period", "2010-01-01/2011-01-01")));
        assertEquals(YEAR, of(Map.of("year", "2010")));
        assertEquals(YEAR, of(Map.of("from", "2010-01-01", "until", "2011-01-01")));
        assertEquals(YEAR, of(Map.of("year", "2010", "from", "2009-01-01")));
    }

    @Test
    void areNoPeriodWhereOneEndIsOpenOrSeveralAreMeant() {
        assertNull(of(Map.of("from", "2010-01-01")).period());
        assertNull(of(Map.of("year", "2010,2011")).period());
        assertNull(of(Map.of("period", "NOT_STATED")).period());
        assertNull(of(Map.of("year", "2010", "from", "2010-07-01")).period());
        assertNull(of(Map.of("from", "1700-01-01", "until", "2011-01-01")).period());
    }

    @Test
    void haveSameLimitsInWhateverOrderTheyAreStated() {
        assertEquals(of(Map.of("year", "2010,2011")), of(Map.of("year", "2011,2010")));
        assertEquals(of(Map.of("period", "2010,2009")), of(Map.of("period", "2009-2009,2010-2010")));
    }

    @Test
    void areAllWithoutLimitsAndNoneOfRating() {
        assertEquals(FigureDays.ALL, of(Map.of("targetGroup", "OTHER")));
        assertEquals(FigureDays.NONE, FigureDays.of(ReportMeasure.RATING, Map.of()));
        assertEquals(FigureDays.NONE, FigureDays.of(ReportMeasure.PROJECTS_FUNDED, Map.of()));
        assertEquals(YEAR, FigureDays.of(ReportMeasure.RATING, Map.of("year", "2010")));
    }

    private static FigureDays of(Map<String, String> fields) {
        return FigureDays.of(ReportMeasure.SESSIONS_HELD, fields);
    }
}
