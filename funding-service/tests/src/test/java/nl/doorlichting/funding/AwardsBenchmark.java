package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.hasSize;

import java.sql.SQLException;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

/** A page of one municipality's awards costs as much as it has rows, however many awards there are. */
@FundingServiceTest
class AwardsBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    // As many as took part in the action plan, about (policy-review-25.1:228).
    private static final int MUNICIPALITIES = 150;
    private static final String PAGE = "/v1/awards?municipality=GM0014&pageSize=50";
    private static final String AWARDS = """
            insert into award (id, programme, scheme, budget_line_id, funding_instrument, number, organisation_id, title, status, currency,
                amount, reserved, disbursed, reclaimed, purpose, year, decided_on, decided_by, period_from,
                period_until, place_scope, place_municipalities, partner_municipalities, created_at, created_by, version)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '%s', '%s', '%s', 'SUBSIDY',
                lpad(n::text, 8, '0'), 'BENCH', 'award ' || n, 'GRANTED', 'EUR', 100, 0, 0, 0, 'PROJECT', 2010,
                '2010-01-01', 'x', '2010-01-01', '2011-01-01', 'MUNICIPAL',
                array['GM' || lpad(mod(n, %d)::text, 4, '0')], '{}', now(), 'x', 0
            from generate_series(%d, %d) n
            """;
    private static final String PLACES = """
            insert into award_municipality (municipality, award_id, number, created_at, decided_on)
            select place_municipalities[1], id, number, created_at, decided_on from award
            where organisation_id = 'BENCH' and not exists (select 1 from award_municipality where award_id = id)
            """;
    private static final String PLANS = """
            insert into award_instalment (id, award_id, position, due, amount, withdrawn)
            select uuidv7(), id, 1, '2010-06-01', 100, false from award
            where organisation_id = 'BENCH' and not exists (select 1 from award_instalment where award_id = award.id)
            """;

    @Test
    void costsAtMostTwiceAtAMillionAwards() throws SQLException {
        officer()
                .body("{\"number\":\"BENCH\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        var programme = programme();
        fill(programme, 1, FEW);
        officer().get(PAGE).then().statusCode(200).body("items", hasSize(50));
        var atFew = Timing.of(PAGE, Role.GRANT_OFFICER);
        var before = Bulk.size();
        fill(programme, FEW + 1, MANY);
        System.out.printf("%,d awards take %s%n", MANY - FEW, Bulk.size().since(before, MANY - FEW));
        var atMany = Timing.of(PAGE, Role.GRANT_OFFICER);
        Timing.compare("page of 50 awards of a municipality", FEW, atFew, MANY, atMany);
    }

    private static void fill(String programme, int from, int until) throws SQLException {
        var awards = AWARDS.formatted(
                programme, Grants.scheme(programme, "SUBSIDY"), Grants.root(programme), MUNICIPALITIES, from, until);
        Bulk.run(awards, PLACES, PLANS);
        Bulk.settle("award", "award_municipality", "award_instalment");
    }
}
