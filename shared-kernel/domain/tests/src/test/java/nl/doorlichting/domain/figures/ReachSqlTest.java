package nl.doorlichting.domain.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;
import nl.doorlichting.domain.quantity.QuantitySql;
import org.junit.jupiter.api.Test;

class ReachSqlTest {
    private static final Period YEAR_2009 = Period.of("2009");
    private static final Period YEAR_2010 = Period.of("2010");
    private static final PeriodSet BOTH = PeriodSet.of(List.of(YEAR_2009, YEAR_2010));

    private final ReachSql sql = new ReachSql(columns());

    /** PostgreSQL sends the days of a group only where those of the group before are others. */
    @Test
    void groupWithoutDaysHasThoseOfTheGroupBefore() {
        var facts = sql.signedFacts(Question.of(Structure.REACH).rowsBy(Dimension.TARGET_GROUP));
        var both = days(YEAR_2009) + "," + days(YEAR_2010);

        var first = facts.apply(group(both, null)).periods();
        assertEquals(BOTH, first);
        assertSame(first, facts.apply(group(null, null)).periods());
        assertEquals(PeriodSet.of(YEAR_2010), facts.apply(group(null, "0,1")).periods());
        assertEquals(first, facts.apply(group(null, null)).periods());
        assertEquals(
                PeriodSet.of(YEAR_2009),
                facts.apply(group(days(YEAR_2009), null)).periods());
        // Taken away and added again.
        assertEquals(BOTH, facts.apply(group(both + "," + both, "-1,2,2,-1")).periods());
        assertEquals(BOTH, facts.apply(group(null, null)).periods());
    }

    private static Map<Dimension, FigureSql.Column> columns() {
        var columns = new EnumMap<Dimension, FigureSql.Column>(Dimension.class);
        Structure.REACH.stated().forEach(dimension -> columns.put(dimension, FigureSql.Column.none()));
        return columns;
    }

    private static String days(Period period) {
        return String.valueOf(PeriodSet.number(period));
    }

    private static Object[] group(String days, String records) {
        var period = Structure.REACH.stated().size() + 1;
        var row = new Object[period + 2 + FigureSql.INCLUSION + QuantitySql.COLUMNS];
        row[period] = days;
        row[period + 1] = records;
        row[period + 2] = "ADDED";
        Arrays.fill(row, row.length - QuantitySql.COLUMNS, row.length, 1L);
        return row;
    }
}
