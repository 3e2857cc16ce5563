package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** The money of every project of a large programme is summed within the time of its question. */
@FundingServiceTest
class ProjectMoneyBenchmark {
    private static final int PROJECTS = 10_000;
    private static final int AWARDS = 100_000;
    private static final int OTHER_ENTRIES = 500_000;
    private static final int ATTEMPTS = 5;
    private static final long MOST_MILLIS = 12_000;
    private static final String INSERT_PROJECTS = """
            insert into project (id, programme, code, name, notes, source, created_at, created_by, version)
            select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '%s', 'P' || n, 'Project ' || n, '{}',
                'benchmark', now(), 'benchmark', 0
            from generate_series(0, %d) n
            """;
    private static final String INSERT_AWARDS = """
            insert into award (id, programme, scheme, budget_line_id, funding_instrument, number, organisation_id, title,
                status, currency, amount, total_cost, reserved, disbursed, reclaimed, purpose, year, decided_on, decided_by,
                period_from, period_until, partner_municipalities, project_id, created_at, created_by, version)
            select ('00000000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, '%1$s', '%2$s', '%3$s', 'SUBSIDY',
                lpad(n::text, 8, '0'), 'BENCH-M', 'award ' || n, 'GRANTED', 'EUR', 100, 150, 0, 0, 0, 'PROJECT', 2010,
                '2010-01-01', 'x', '2010-01-01', '2011-01-01', '{}',
                ('00000000-0000-7000-9000-' || lpad(to_hex(mod(n, %4$d)), 12, '0'))::uuid, now(), 'x', 0
            from generate_series(1, %5$d) n
            """;
    private static final String INSERT_ENTRIES = """
            insert into budget_entry (id, programme, line_id, year, kind, currency, amount, award_id, source, created_at,
                created_by)
            select uuidv7(), a.programme, a.budget_line_id, 2010, k.kind, 'EUR', 60, a.id, 'benchmark', now(), 'benchmark'
            from award a cross join (values ('COMMITMENT'), ('DISBURSEMENT')) k (kind) where a.programme = '%s'
            """;
    private static final String INSERT_OTHERS = """
            insert into budget_entry (id, programme, line_id, year, kind, currency, amount, source, created_at, created_by)
            select uuidv7(), '%s', '%s', 2010, 'DISBURSEMENT', 'EUR', 1, 'benchmark', now(), 'benchmark'
            from generate_series(1, %d) n
            """;

    @Test
    void sumsEveryProjectInTime() throws Exception {
        officer()
                .body("{\"number\":\"BENCH-M\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        var programme = programme();
        var scheme = Grants.scheme(programme, "SUBSIDY");
        var root = Grants.root(programme);
        Bulk.run(
                INSERT_PROJECTS.formatted(programme, PROJECTS - 1),
                INSERT_AWARDS.formatted(programme, scheme, root, PROJECTS, AWARDS),
                INSERT_ENTRIES.formatted(programme),
                INSERT_OTHERS.formatted(programme, root, OTHER_ENTRIES),
                "vacuum analyze project, award, budget_entry");
        // The tests' client holds each answer to the contract, which takes longer than the answer.
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/budget-statistics/projects?programme=" + programme))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.ANALYST))
                .build();
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var start = System.nanoTime();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            var millis = (System.nanoTime() - start) / 1_000_000;
            assertEquals(200, answer.statusCode());
            System.out.printf(
                    "money of %,d projects with %,d awards: %,d ms, %,d bytes%n",
                    PROJECTS, AWARDS, millis, answer.body().length);
            assertTrue(millis < MOST_MILLIS, millis + " ms");
        }
    }
}
