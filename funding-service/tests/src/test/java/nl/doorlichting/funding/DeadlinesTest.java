package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.time.DutchCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class DeadlinesTest {
    @Inject
    DataSource database;

    private String programme;
    private String organisation;

    @BeforeEach
    void organisation() throws SQLException {
        programme = programme();
        organisation = "DUE-" + programme;
        officer()
                .body("{\"number\":\"%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}".formatted(organisation))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        run("insert into scheme (id, programme, code, name, funding_instrument, applicant_kinds, source, created_at,"
                + " created_by, version) values (gen_random_uuid(), '%1$s', 'S-%1$s', 'n', 'SUBSIDY',"
                + " array['NON_PROFIT'], 's', now(), 'x', 0)");
    }

    @Test
    void listsOpenDeadlinesByDay() throws SQLException {
        application("SUBMITTED", today().plusDays(5), null);
        application("INCOMPLETE", today().plusDays(50), today().minusDays(2));
        application("DRAFT", null, null);
        var award = award("GRANTED", today().plusDays(9));
        condition(award, true, today().minusDays(9));
        instalment(award, 1, today().plusDays(1));
        list("").body("items.kind", contains("CONDITION", "COMPLETION", "INSTALMENT", "DECISION", "ACCOUNTABILITY"))
                .body("items.overdue", contains(true, true, false, false, false))
                .body("items.organisationId", everyItem(equalTo(organisation)))
                .body("items[4].subject", equalTo("/v1/awards/" + award))
                .body("items[4].title", equalTo("award"));
        list("&overdue=true").body("items.kind", contains("CONDITION", "COMPLETION"));
        list("&overdue=false").body("items", hasSize(3));
        list("&until=" + today().plusDays(5)).body("items", hasSize(3));
        list("&kind=DECISION").body("items.due", contains(today().plusDays(5).toString()));
        list("&sort=-due").body("items[0].kind", equalTo("ACCOUNTABILITY"));
        list("&pageSize=2").body("items", hasSize(2)).body("total.value", equalTo(5));
    }

    @Test
    void omitsCompletedSteps() throws SQLException {
        var award = award("GRANTED", today());
        condition(award, true, today().minusDays(1));
        instalment(award, 1, today());
        list("").body("items", hasSize(3));
        run("update award_condition set fulfilled_on = current_date where award_id = '" + award + "'");
        run("update award_instalment set withdrawn = true where award_id = '" + award + "'");
        list("").body("items.kind", contains("ACCOUNTABILITY"));
        run("update award_condition set fulfilled_on = null where award_id = '" + award + "'");
        run("update award set status = 'SETTLED', settled_amount = 100 where id = '" + award + "'");
        list("").body("items.kind", contains("CONDITION"));
        run("update award set status = 'REVOKED' where id = '" + award + "'");
        list("").body("items", empty());
    }

    @Test
    void unenforceableConditionIsNeverOverdue() throws SQLException {
        condition(award("GRANTED", null), false, today().minusYears(1));
        list("").body("items.overdue", contains(false)).body("items.enforceable", contains(false));
        list("&overdue=true").body("items", empty());
        list("&overdue=false").body("items", hasSize(1));
    }

    @Test
    void granteeSeesOnlyOwnDeadlines() throws SQLException {
        award("GRANTED", today());
        var path = "/v1/deadlines?programme=" + programme;
        grantee(organisation).get(path).then().statusCode(200).body("items", hasSize(1));
        grantee("ANOTHER")
                .get(path)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total.value", equalTo(0));
        as(Role.TRAINER).get(path).then().statusCode(403);
        list("&officer=somebody").body("items", hasSize(1));
        officer().get(path + "&officer=nobody").then().statusCode(400).body("violations.name", contains("officer"));
        list("&organisationId=" + organisation).body("items.officer", containsInAnyOrder("somebody"));
        officer().get(path.replace("?", "/csv?")).then().statusCode(200);
    }

    private ValidatableResponse list(String more) {
        return officer()
                .get("/v1/deadlines?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private void application(String status, LocalDate decision, LocalDate completion) throws SQLException {
        run("insert into application (id, organisation_id, status, scheme, programme, funding_instrument, total_cost,"
                + " own_contribution, requested_amount, submitted_at, decision_due, completion_requested_on,"
                + " completion_deadline, completion_missing, created_at, created_by, version) values"
                + " (gen_random_uuid(), '%2$s', '" + status + "', 'S-%1$s', '%1$s', 'SUBSIDY', 100, 20, 80, now(), "
                + day(decision) + ", " + (completion == null ? "null" : day(completion.minusDays(5))) + ", "
                + day(completion) + ", " + (completion == null ? "null" : "'x'") + ", now(), 'x', 0)");
    }

    private String award(String status, LocalDate accountability) throws SQLException {
        var id = UUID.randomUUID().toString();
        run("insert into award (id, programme, funding_instrument, number, organisation_id, title, status, currency,"
                + " amount, reserved, disbursed, reclaimed, purpose, year, decided_on, decided_by, officer, period_from,"
                + " period_until, accountability_due, partner_municipalities, created_at, created_by, version) values ('"
                + id + "', '%1$s', 'SUBSIDY', '" + id + "', '%2$s', 'award', '" + status
                + "', 'EUR', 100, 0, 0, 0, 'PROJECT', 2010, current_date, 'x', 'somebody', '2010-01-01', '2011-01-01', "
                + day(accountability) + ", '{}', now(), 'x', 0)");
        return id;
    }

    private void condition(String award, boolean enforceable, LocalDate due) throws SQLException {
        run("insert into award_condition (id, award_id, organisation_id, programme, funding_instrument, text,"
                + " enforceable, due_on, created_at, created_by, version) values (gen_random_uuid(), '" + award
                + "', '%2$s', '%1$s', 'SUBSIDY', 'c', " + enforceable + ", " + day(due) + ", now(), 'x', 0)");
    }

    private void instalment(String award, int position, LocalDate due) throws SQLException {
        run("insert into award_instalment (id, award_id, position, due, amount, withdrawn) values (gen_random_uuid(), '"
                + award + "', " + position + ", " + day(due) + ", 10, false)");
    }

    private static String day(LocalDate day) {
        return day == null ? "null" : "date '" + day + "'";
    }

    /** With the test's programme and organisation as first and second argument. */
    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(programme, organisation));
        }
    }

    // Another one after midnight in the Netherlands.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
    }
}
