package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ReferenceDataTest {
    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @Test
    void answersClientThatNamesNoHost() {
        assertEquals(200, RawHttp.send("GET /v1/problems HTTP/1.0\r\n\r\n").status());
    }

    @Test
    void listsCodelistsIncludingThoseOfServices() {
        given().get("/v1/codelists?pageSize=200")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("target-groups", "tracks", "training-types"))
                .body("items.href", hasItem("/v1/codelists/training-types"))
                .body("total.exact", is(true));
    }

    @Test
    void showsCodelistInBothLanguages() {
        given().get("/v1/codelists/target-groups")
                .then()
                .statusCode(200)
                .body("name", is("target-groups"))
                .body("values.code", hasItems("YOUTH_AND_PUPILS", "STUDENTS"))
                .body("values.labelDutch", everyItem(notNullValue()))
                .body("values.labelEnglish", everyItem(notNullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/codelists/colours", "/v1/municipalities/GM0000", "/v1/problems/colours"})
    void returns404ForUnknownCodes(String path) {
        given().get(path).then().statusCode(404).body("type", is("/v1/problems/not-found"));
    }

    @Test
    void showsSuccessorsOfMunicipality() {
        given().get("/v1/municipalities/GM0052")
                .then()
                .statusCode(200)
                .body("code", is("GM0052"))
                .body("period.until", is("2010-01-01"))
                .body("province.code", startsWith("PV"))
                .body("successors.code", contains("GM1895"))
                .body("successors[0].basis", notNullValue())
                .body("successors[0].endsOn", is("2010-01-01"))
                .body("registerVersion", is(MunicipalityRegister.builtIn().version()));
        given().get("/v1/municipalities/GM0988")
                .then()
                .body("name", is("Weert"))
                .body("period.until", nullValue())
                .body("successors", empty());
    }

    @Test
    void filtersMunicipalities() {
        given().get("/v1/municipalities?name=wEER&province=PV31&validOn=2011-01-01")
                .then()
                .statusCode(200)
                .body("items.code", contains("GM0988"))
                .body("items[0].registerVersion", notNullValue())
                .body("total.value", is(1))
                .body("links.next", nullValue())
                .body("links.prev", nullValue());
        given().get("/v1/municipalities?validOn=2011-01-01&pageSize=200")
                .then()
                .body("items.code", not(hasItem("GM0052")));
        given().get("/v1/municipalities?province=PV99").then().statusCode(200).body("items", empty());
    }

    @Test
    void pagesForwardsAndBackThroughAllMunicipalities() {
        var all = MunicipalityRegister.builtIn().all().stream()
                .map(Municipality::code)
                .toList();
        assertEquals(all, walk("/v1/municipalities?pageSize=200", "next"));
        var last = lastPage("/v1/municipalities?pageSize=200");
        assertEquals(all.size(), walk(last, "prev").size());
    }

    @Test
    void sortsTiesByCode() {
        given().get("/v1/municipalities?sort=-name&pageSize=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].name", startsWith("Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=colour",
                "cursor=x",
                "cursor=Zm9v",
                "cursor=%25",
                "pageSize=0",
                "pageSize=201",
                "validOn=2011",
                "colour=red"
            })
    void refusesInvalidQuery(String query) {
        given().get("/v1/municipalities?" + query).then().statusCode(400).body("violations", hasSize(1));
    }

    @Test
    void refusesCursorOfAnotherOrder() {
        String next =
                given().get("/v1/municipalities?sort=name").then().extract().path("links.next");
        given().get(next.replace("sort=name", "sort=-name")).then().statusCode(400);
    }

    @Test
    void listsProblemTypes() {
        given().get("/v1/problems")
                .then()
                .statusCode(200)
                .body("items", hasSize(ProblemType.values().length))
                .body("items.type", everyItem(startsWith("/v1/problems/")));
        given().header("Accept-Language", "nl")
                .get("/v1/problems")
                .then()
                .header("Content-Language", is("nl"))
                .body("items.find { it.name == 'not-found' }.title", is("Niet gevonden"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void servesEachProblemTypeAtItsUri(ProblemType type) {
        given().get(type.uri()).then().statusCode(200).body("status", is(type.status()));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void wordsProblemTypeInLanguageOfClient(ProblemType type) {
        for (var language : Language.values()) {
            given().header("Accept-Language", language.tag())
                    .get(type.uri())
                    .then()
                    .statusCode(200)
                    .header("Content-Language", is(language.tag()))
                    .header("Vary", is("accept-language"))
                    .body("title", is(type.title().in(language)))
                    .body("explanation", is(type.explanation().in(language)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Niet gevonden | Hier is niets wat voor u zichtbaar is.",
                "en | Not found | There is nothing here that is visible to you."
            })
    void wordsItsOwnProblemsInLanguageOfClient(String language, String title, String detail) {
        given().header("Accept-Language", language)
                .get("/v1/problems/no-such-type")
                .then()
                .statusCode(404)
                .header("Content-Language", is(language))
                .header("Vary", is("accept-language"))
                .body("title", is(title))
                .body("detail", is(detail));
    }

    @Test
    void showsCallerOfTheToken() {
        var token = TestIssuer.token()
                .subject("someone")
                .roles("GRANTEE", "AUDITOR")
                .organisation("GM0988")
                .sign();
        given().auth()
                .oauth2(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("subject", is("someone"))
                .body("roles", contains("AUDITOR", "GRANTEE"))
                .body("organisation", is("GM0988"))
                .body("permissions", hasItems("WRITE_APPLICATIONS", "READ_PROJECT_RESULTS", "ANY_CALLER"))
                .body("permissions", not(hasItem("WRITE_AWARDS")));
        given().auth()
                .oauth2(TestIssuer.token().sign())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("roles", empty())
                .body("organisation", nullValue())
                .body("permissions", contains("ANY_CALLER"));
    }

    @Test
    void listsEveryRuleForCallerWithEveryRole() {
        given().auth()
                .oauth2(TestIssuer.token()
                        .roles(Role.inRules().toArray(String[]::new))
                        .sign())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body(
                        "permissions",
                        contains(
                                "ANY_CALLER",
                                "READ_BUDGET",
                                "WRITE_BUDGET",
                                "CANCEL_BUDGET_ENTRIES",
                                "RELEASE_BUDGET_ENTRIES",
                                "READ_ORGANISATIONS",
                                "READ_EVERY_ORGANISATION",
                                "WRITE_ORGANISATIONS",
                                "READ_PROJECTS",
                                "WRITE_PROJECTS",
                                "READ_PROJECT_FINANCES",
                                "READ_APPLICATIONS",
                                "WRITE_APPLICATIONS",
                                "DECIDE_APPLICATIONS",
                                "READ_AWARDS",
                                "WRITE_AWARDS",
                                "ACCOUNT_FOR_AWARDS",
                                "DECIDE_AWARDS",
                                "READ_EVERY_GRANT",
                                "READ_AWARD_TALLIES",
                                "READ_TRAININGS",
                                "WRITE_TRAININGS",
                                "LEAD_TRAINING_SESSIONS",
                                "READ_TRAINING_SESSIONS",
                                "READ_TRAINING_RESULTS",
                                "READ_TRAINING_STATISTICS",
                                "READ_TRAINERS",
                                "READ_EVALUATIONS",
                                "READ_ROLL_CALLS",
                                "WRITE_ROLL_CALLS",
                                "READ_REGISTRATIONS",
                                "READ_OWN_REGISTRATIONS",
                                "WRITE_REGISTRATIONS",
                                "HANDLE_PERSONAL_DATA",
                                "READ_INVENTORIES",
                                "READ_PROJECT_RESULTS",
                                "WRITE_INVENTORIES",
                                "PUBLISH_RESULTS",
                                "WITHDRAW_RESULTS",
                                "READ_PROPOSALS",
                                "READ_REPORTS",
                                "READ_RESULT_STATISTICS",
                                "READ_RELEASES",
                                "READ_PREPARED_RELEASES",
                                "PREPARE_RELEASES",
                                "PUBLISH_RELEASES",
                                "READ_PUBLISHED_TABLES",
                                "WRITE_PUBLISHED_TABLES",
                                "READ_DOSSIERS",
                                "READ_AUDIT"));
    }

    @Test
    void refusesMeWithoutToken() {
        given().get("/v1/me").then().statusCode(401);
        given().auth()
                .oauth2(TestIssuer.token().expired().sign())
                .get("/v1/me")
                .then()
                .statusCode(401);
    }

    private static List<String> walk(String start, String direction) {
        var codes = new ArrayList<String>();
        for (String path = start; path != null; ) {
            var page = given().get(path).then().statusCode(200).extract().jsonPath();
            codes.addAll(page.getList("items.code"));
            path = page.getString("links." + direction);
            var next = page.getString("links.next");
            var cursor = page.getString("nextCursor");
            assertTrue(next == null ? cursor == null : next.contains("cursor=" + cursor), cursor);
        }
        return codes;
    }

    private static String lastPage(String start) {
        String next = given().get(start).then().extract().path("links.next");
        return next == null ? start : lastPage(next);
    }
}
