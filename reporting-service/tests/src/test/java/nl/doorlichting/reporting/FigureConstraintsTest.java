package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class FigureConstraintsTest {
    private static final String QUANTITIES = """
            from unnest(array['EXACT', 'APPROXIMATE', 'RANGE', 'AT_LEAST', 'VAGUE', 'NOT_MEASURED', 'OTHER', null]) k(kind),
                unnest(array[null, -1, 0, 5]) v(value), unnest(array[null, -1, 0, 5, 6]) p(plus_minus),
                unnest(array[null, -1, 0, 5]) l(minimum), unnest(array[null, -1, 0, 5]) h(maximum),
                unnest(array[null, 'some']) w(words)
            """;

    /** PostgreSQL reads and plans those in SQL for each statement, which takes as long as storing the row. */
    @Test
    void callNoFunctionInSql() throws SQLException {
        assertEquals(List.of(), RowPolicies.asOwner("""
                select distinct p.proname from pg_constraint c join pg_depend d on d.classid = 'pg_constraint'::regclass
                    and d.objid = c.oid and d.refclassid = 'pg_proc'::regclass
                join pg_proc p on p.oid = d.refobjid join pg_language l on l.oid = p.prolang
                where c.conrelid = 'reach_observation'::regclass and l.lanname = 'sql'"""));
    }

    /** A quantity has the parts of its kind and no others, whatever they are. */
    @Test
    void acceptQuantitiesOfTheirKindsOnly() throws SQLException {
        assertEquals(List.of("0"), RowPolicies.asOwner("select cast(count(*) as text) " + QUANTITIES + """
                where is_quantity(kind, value, plus_minus, minimum, maximum, words) is distinct from coalesce(case
                    when kind in ('EXACT', 'AT_LEAST') then value >= 0 and plus_minus is null
                    when kind = 'APPROXIMATE' then value >= 0 and (plus_minus is null or plus_minus >= 0 and plus_minus <= value)
                    when kind in ('VAGUE', 'NOT_MEASURED') then words = 'some' and value is null and plus_minus is null
                    when kind = 'RANGE' then minimum >= 0 and maximum >= minimum and value is null and plus_minus is null
                end and (kind = 'RANGE' or minimum is null and maximum is null)
                    and (kind in ('VAGUE', 'NOT_MEASURED') or words is null), false)"""));
        assertEquals(
                List.of("EXACT 2", "APPROXIMATE 5", "RANGE 3", "AT_LEAST 2", "VAGUE 1", "NOT_MEASURED 1"),
                RowPolicies.asOwner(
                        "select kind || ' ' || count(*) " + QUANTITIES
                                + " where is_quantity(kind, value, plus_minus, minimum, maximum, words) group by kind"
                                + " order by array_position(array['EXACT', 'APPROXIMATE', 'RANGE', 'AT_LEAST', 'VAGUE'], kind)"));
    }
}
