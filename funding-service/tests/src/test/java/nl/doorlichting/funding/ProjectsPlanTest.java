package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.StringJoiner;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

/** A page of the projects of a municipality, and their total, read the projects of that municipality only. */
class ProjectsPlanTest {
    private static final String OF_MUNICIPALITY = " from project e where municipalities @> array['GM0988']";
    private static final String FIRST_PAGE_AND_TOTAL = "select x.*, count(*) over () from (select e.*,"
            + " row_number() over () as found" + OF_MUNICIPALITY
            + " and period_from < make_date(2011, 1, 1) and period_until > make_date(2010, 1, 1)) x"
            + " where x.found <= 301 order by x.code, x.id limit 51";
    private static final String TOTAL =
            "select count(*) from (select 1" + OF_MUNICIPALITY + " order by 1 limit 10001) x";
    private static final String PAGE =
            "select e.*" + OF_MUNICIPALITY + " order by coalesce(e.code, e.code), coalesce(e.id, e.id) limit 51";

    @Test
    void readsPageAndTotalByIndex() throws SQLException {
        var database = TestDatabase.create("funding_plans");
        database.migrate("latest");
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "insert into programme (id, code, name, period_from, period_until, created_at,"
                            + " created_by, version) values (gen_random_uuid(), 'P', 'P', '2007-01-01', '2012-01-01', now(), 'x', 0)");
            statement.execute(
                    "insert into project (id, programme, code, name, place_scope, place_municipalities,"
                            + " period_from, period_until, partner_municipalities, intervention_types, phenomena, notes, source, created_at, created_by, version)"
                            + " select gen_random_uuid(), 'P', 'p' || n, 'n', 'MUNICIPAL',"
                            + " array[case when mod(n, 300) = 0 then 'GM0988' else 'GM' || lpad(mod(n, 300)::text, 4, '0') end],"
                            + " '2010-01-01', '2011-01-01', '{}', '{}', '{}', '{}', 's', now(), 'x', 0 from generate_series(1, 20000) n");
            statement.execute("vacuum analyze project");
        }
        for (var sql : new String[] {FIRST_PAGE_AND_TOTAL, TOTAL, PAGE}) {
            var plan = new StringJoiner("\n");
            try (var staff = database.asStaff();
                    var statement = staff.createStatement();
                    var lines = statement.executeQuery("explain " + sql)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            assertTrue(plan.toString().contains("on ix_project_municipalities"), plan::toString);
            assertFalse(plan.toString().contains("Seq Scan on project"), plan::toString);
            assertFalse(plan.toString().contains("ix_project_code_id"), plan::toString);
            assertFalse(plan.toString().contains("ix_project_period"), plan::toString);
        }
    }
}
