package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.programme;

import java.sql.SQLException;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

/** What a programme's money came to costs as much as it has cells, however many entries they are made of. */
@FundingServiceTest
class FinancesBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 10_000_000;
    private static final int LINES = 20;
    // Of every ten entries of a line and year: budgeted, reallocated, disbursed, committed, as the remainder says.
    private static final String ENTRIES = """
            insert into budget_entry (id, programme, line_id, year, kind, currency, amount, destination,
                reallocation_reason, rounded_to, source, created_at, created_by)
            select uuidv7(), l.programme, l.id, 2008 + mod(n / 10, 4),
                case when mod(n, 10) = 0 then 'BUDGETED' when mod(n, 10) = 1 then 'REALLOCATION'
                    when mod(n, 10) < 8 then 'DISBURSEMENT' else 'COMMITMENT' end,
                'EUR', 1 + mod(n, 100),
                case when mod(n, 10) = 1 then 'destination ' || mod(n / 10, 5) end,
                case when mod(n, 10) = 1 then 'TRANSFER' end, 10, 'benchmark', now(), 'benchmark'
            from generate_series(1, %d) n
            join (select id, programme, row_number() over (order by code) - 1 as position from budget_line
                where programme = '%s' and parent_id is not null) l on l.position = mod(n / 40, %d)
            """;

    private static final int PROJECTS_OF_MANY = 1_000_000;
    private static final String PROJECTS = """
            insert into project (id, programme, code, name, funding_instrument, notes, source, created_at, created_by,
                version)
            select uuidv7(), '%s', 'P' || n, 'Project ' || n, case when mod(n, 3) > 0 then 'SUBSIDY' end, '{}',
                'benchmark', now(), 'benchmark', 0
            from generate_series(1, %d) n
            """;

    @Test
    void costsAtMostTwiceAtTenMillionEntries() throws SQLException {
        var few = programmeWithLines();
        Bulk.run(entries(FEW, few), "select rebuild_budget_sums()", "vacuum analyze budget_entry, budget_sum");
        var atFew = Timing.of(statistics(few), Role.CONTROLLER);
        var many = programmeWithLines();
        Bulk.run(entries(MANY, many), "select rebuild_budget_sums()", "vacuum analyze budget_entry, budget_sum");
        var atMany = Timing.of(statistics(many), Role.CONTROLLER);
        Timing.compare("finances of a programme", FEW, atFew, MANY, atMany);
    }

    @Test
    void costsAtMostTwiceAtMillionProjects() throws SQLException {
        var few = programmeWithLines();
        Bulk.run(PROJECTS.formatted(few, FEW), "vacuum analyze project");
        var atFew = Timing.of(statistics(few), Role.CONTROLLER);
        var many = programmeWithLines();
        Bulk.run(PROJECTS.formatted(many, PROJECTS_OF_MANY), "vacuum analyze project");
        var atMany = Timing.of(statistics(many), Role.CONTROLLER);
        Timing.compare("finances of a programme with projects", FEW, atFew, PROJECTS_OF_MANY, atMany);
    }

    private static String entries(int number, String programme) {
        return ENTRIES.formatted(number, programme, LINES);
    }

    private static String statistics(String programme) {
        return "/v1/budget-statistics?programme=" + programme;
    }

    private static String programmeWithLines() {
        var programme = programme();
        var root = line(programme, "root", null, false);
        for (int i = 0; i < LINES; i++) {
            line(programme, "line" + i, root, false);
        }
        return programme;
    }
}
