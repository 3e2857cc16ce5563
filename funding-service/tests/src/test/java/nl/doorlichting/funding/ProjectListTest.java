package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of projects, of which the first page is read with its total where there are few. */
@FundingServiceTest
class ProjectListTest {
    private static final String MANY = """
            insert into project (id, programme, code, name, place_scope, place_municipalities, partner_municipalities,
                intervention_types, phenomena, notes, source, created_at, created_by, version)
            select gen_random_uuid(), '%s', 'p' || lpad(n::text, 4, '0'), 'n', 'MUNICIPAL', array['GM0988'], '{}', '{}', '{}',
                '{}', 's', now(), 'x', 0
            from generate_series(1, %d) n
            """;

    // The first one finds out that the programme is there.
    private static final int OF_ONE_PAGE = 2;

    @Inject
    EntityManagerFactory entities;

    private String programme;
    private String list;

    @BeforeEach
    void list() {
        programme = programme();
        list = "/v1/projects?programme=" + programme + "&municipality=GM0988";
    }

    @Test
    void readsFirstPageAndItsTotalByOneStatement() {
        project("a", "2009-07-01", "2010-07-01");
        project("b", "2010-01-01", "2011-01-01");
        project("c", "2010-01-01", "2011-01-01");
        assertEquals(
                OF_ONE_PAGE,
                statements(() -> page(list + "&year=2010&pageSize=2&sort=-code")
                        .body("items.code", contains("c", "b"))
                        .body("total.value", equalTo(3))
                        .body("total.exact", equalTo(true))
                        .body("links.prev", nullValue())));
    }

    @Test
    void firstPageLeadsToTheOthers() {
        for (var code : List.of("a", "b", "c", "d", "e")) {
            project(code, "2010-01-01", "2011-01-01");
        }
        var second = page(page(list + "&pageSize=2&sort=name,-code")
                        .body("items.code", contains("e", "d"))
                        .extract()
                        .path("links.next"))
                .body("items.code", contains("c", "b"))
                .body("total.value", equalTo(5));
        page(second.extract().path("links.next"))
                .body("items.code", contains("a"))
                .body("links.next", nullValue());
        page(second.extract().path("links.prev")).body("items.code", contains("e", "d"));
    }

    @Test
    void rowIsTheProjectAsItIsReadAlone() {
        var full = project(
                "full",
                ",\"fundingInstrument\":\"SUBSIDY\",\"track\":\"LOCAL\","
                        + "\"actionLine\":\"PREVENTION\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2010-07-01\"},"
                        + "\"place\":{\"scope\":\"SUB_MUNICIPAL\",\"municipalities\":[\"GM0988\"],\"subArea\":\"Keent\"},"
                        + "\"interventionTypes\":[\"AWARENESS\",\"NETWORK_BUILDING\"],\"phenomena\":[\"POLARISATION\"],"
                        + "\"targetGroups\":[\"STUDENTS\"],\"partnerMunicipalities\":[\"GM0518\",\"GM0363\"],"
                        + "\"description\":\"d, \\\"e\\\"\",\"notes\":[\"one, two\",\"{three}\"]");
        var bare = project("bare", ",\"partnerMunicipalities\":[\"GM0988\"]");
        var rows = page(list).extract().<List<Map<String, Object>>>path("items");
        assertEquals(List.of(alone(bare), alone(full)), rows);
    }

    @Test
    void yearsBesideAMunicipalityAreThoseOfTheListAlone() {
        project("first-half", "2009-07-01", "2010-01-01");
        project("across", "2009-12-31", "2010-01-02");
        project("later", "2012-01-01", "2013-01-01");
        project("undated", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]}");
        for (var base : List.of(list, "/v1/projects?programme=" + programme)) {
            page(base + "&year=2009").body("items.code", contains("across", "first-half"));
            page(base + "&year=2010").body("items.code", contains("across"));
            page(base + "&year=2010,2012").body("items.code", contains("across", "later"));
            page(base + "&year=2011").body("items", empty()).body("total.value", equalTo(0));
        }
    }

    @Test
    void countsAndOrdersMoreProjectsThanAreReadTogether() throws SQLException {
        Bulk.run(MANY.formatted(programme, 300));
        assertEquals(OF_ONE_PAGE, statements(() -> page(list).body("total.value", equalTo(300))));
        Bulk.run(MANY.formatted(programme, 310).replace("'p'", "'q'"));
        page(list + "&pageSize=200&sort=-code")
                .body("total.value", equalTo(610))
                .body("items", hasSize(200))
                .body("items[0].code", equalTo("q0310"))
                .body("links.next", notNullValue());
    }

    @Test
    void tableIsCountedOnceAndReadByOneStatementForEachPage() throws SQLException {
        Bulk.run(MANY.formatted(programme, 650));
        var table = officer().accept("text/csv");
        assertEquals(
                // They are more than are read together, which is tried once. Then the total, and four pages.
                OF_ONE_PAGE + 1 + 4,
                statements(() -> assertEquals(
                        1 + 650,
                        table.get(list.replace("?", "/csv?")).asString().lines().count())));
    }

    private static Map<String, Object> alone(String id) {
        return officer()
                .get("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static ValidatableResponse page(String path) {
        // A path of an answer is encoded already.
        return officer().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }

    private String project(String code, String from, String until) {
        return project(
                code,
                ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]},\"period\":{\"from\":\"%s\",\"until\":\"%s\"}"
                        .formatted(from, until));
    }

    private String project(String code, String more) {
        return officer()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"source\":\"test\"%s}"
                        .formatted(programme, code, more))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** How many statements this costs the entity manager. */
    private long statements(Runnable request) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        request.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
