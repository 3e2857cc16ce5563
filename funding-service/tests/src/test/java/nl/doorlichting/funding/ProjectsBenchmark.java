package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

/** A page of the projects of one municipality, with their total, costs as much as it has rows, however many projects there are. */
@FundingServiceTest
class ProjectsBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int OF_MUNICIPALITY = 67;
    private static final String PAGE = "/v1/projects?municipality=GM0988&pageSize=50&sort=name";
    // All projects have a day in it.
    private static final String PAGE_OF_YEAR = PAGE + "&year=2010";
    private static final String PROJECTS = """
            insert into project (id, programme, code, name, track, period_from, period_until, place_scope,
                place_municipalities, partner_municipalities, intervention_types, phenomena, notes, source, created_at,
                created_by, version)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '%s', 'project-' || n, 'Project ' || n,
                'LOCAL', '2010-01-01', '2011-01-01', 'MUNICIPAL',
                array[case when n <= %d then 'GM0988' else 'GM' || lpad(mod(n, 300)::text, 4, '0') end], '{}', '{}', '{}',
                '{}', 's', now(), 'x', 0
            from generate_series(%d, %d) n
            """;
    private static final int REQUESTS = 2_000;

    @Test
    void costsAtMostTwiceAtAMillionProjects() throws SQLException {
        var programme = programme();
        fill(programme, 1, FEW);
        for (var page : List.of(PAGE, PAGE_OF_YEAR)) {
            officer()
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(50))
                    .body("total.value", equalTo(OF_MUNICIPALITY));
        }
        var atFew = timing(PAGE);
        var ofYearAtFew = timing(PAGE_OF_YEAR);
        fill(programme, FEW + 1, MANY);
        var atMany = timing(PAGE);
        var ofYearAtMany = timing(PAGE_OF_YEAR);
        Timing.compare("page of 50 projects of a municipality, with total", FEW, atFew, MANY, atMany);
        Timing.compare("the same of a year", FEW, ofYearAtFew, MANY, ofYearAtMany);
    }

    private static double timing(String page) {
        var timing = Timing.of(page, Role.GRANT_OFFICER);
        printCpu(page);
        return timing;
    }

    private static void printCpu(String page) {
        var before = cpuOfService();
        IntStream.range(0, REQUESTS / Timing.REQUESTS).forEach(i -> Timing.of(page, Role.GRANT_OFFICER));
        System.out.printf(
                Locale.ROOT,
                "%.3f ms of CPU of the service for each request%n",
                (cpuOfService() - before) / 1e6 / (REQUESTS / Timing.REQUESTS * Timing.REQUESTS));
    }

    private static long cpuOfService() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && (thread.getThreadName().startsWith("vert.x-")
                                || thread.getThreadName().startsWith("executor-thread")))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void fill(String programme, int from, int until) throws SQLException {
        Bulk.run(PROJECTS.formatted(programme, OF_MUNICIPALITY, from, until));
        Bulk.settle("project");
    }
}
