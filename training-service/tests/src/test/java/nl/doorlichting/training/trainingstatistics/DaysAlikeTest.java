package nl.doorlichting.training.trainingstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import org.junit.jupiter.api.Test;

class DaysAlikeTest {
    private static final String FIRST_DAYS = "first_days";
    private static final Question ASKED = Question.of(Structure.REACH)
            .rowsBy(Dimension.PROJECT)
            .within(LocalDate.of(2009, 3, 1), LocalDate.of(2011, 2, 1));

    @Test
    void tellsNoDaysApartWithoutReason() {
        assertEquals(List.of("2009-03-01/2011-02-01"), periods(ASKED));
    }

    @Test
    void tellsYearsApartWhereRowsAreByYear() {
        assertEquals(
                List.of("2009-03-01/2010-01-01", "2010", "2011-01-01/2011-02-01"),
                periods(ASKED.rowsBy(Dimension.YEAR, Dimension.PROJECT)));
    }

    @Test
    void tellsApartWhereTallyBeginsAndEnds() {
        assertEquals(
                List.of(
                        "2009-03-01/2010-01-01",
                        "2010-01-01/2010-01-02",
                        "2010-01-02/2011-01-01",
                        "2011-01-01/2011-02-01"),
                periods(ASKED, Period.ofYear(2010)));
        assertEquals(
                List.of(
                        "2009-03-01/2010-01-01",
                        "2010-01-01/2010-07-01",
                        "2010-07-01/2010-07-02",
                        "2010-07-02/2011-02-01"),
                periods(ASKED, Period.ofYears(2010, 2012), Period.of("2010-07-01/2010-07-02")));
    }

    @Test
    void ignoresTallyOfOtherDays() {
        assertEquals(List.of("2009-03-01/2011-02-01"), periods(ASKED, Period.ofYear(2012)));
        assertEquals(List.of("2009-03-01/2011-02-01"), periods(ASKED, Period.ofYears(2007, 2012)));
    }

    @Test
    void tellsEachDayApartWhereRowsAreByPeriod() {
        var where = new SqlConditions();
        var days = DaysAlike.of(ASKED.rowsBy(Dimension.PERIOD), List.of(Period.ofYear(2010)), List.of());
        assertEquals("e.day - date '1970-01-01'", days.number("e.day", where));
        assertEquals(
                "2010-05-01/2010-05-02",
                days.period((int) LocalDate.of(2010, 5, 1).toEpochDay()).code());
    }

    private static List<String> periods(Question question, Period... tallies) {
        var where = new SqlConditions();
        var days = DaysAlike.of(question, List.of(tallies), List.of());
        days.number("e.day", where);
        var bounds = ((String[]) where.parameters().get(FIRST_DAYS)).length;
        return IntStream.range(1, bounds)
                .mapToObj(number -> days.period(number).code())
                .toList();
    }
}
