package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Refusals.unknown;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.AnswersByRights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class ProjectsTest {
    private static final String WEERT = "GM0988";
    private static final String THE_HAGUE = "GM0518";

    private String programme;

    @BeforeEach
    void organisations() {
        programme = programme();
        organisation(WEERT, "Weert");
        organisation(THE_HAGUE, "'s-Gravenhage");
    }

    @Test
    void projectIsReadBackAsItWasRecorded() {
        var id = project("full", """
            ,"organisationId":"GM0988","fundingInstrument":"DECENTRALISATION_GRANT","track":"LOCAL",\
            "actionLine":"PREVENTION","period":{"from":"2010-01-01","until":"2011-01-01"},\
            "place":{"scope":"MUNICIPAL","municipalities":["GM0988"]},"notes":["one","two"],"description":"d\"\
            """);
        officer()
                .get("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"0."))
                .body("period.code", equalTo("2010"))
                .body("place.municipalities", contains(WEERT))
                .body("notes", contains("one", "two"));
    }

    @Test
    void returnsNullForFieldsNotStated() {
        officer()
                .get("/v1/projects/" + project("bare", ""))
                .then()
                .body("place", nullValue())
                .body("period", nullValue())
                .body("fundingInstrument", nullValue())
                .body("notes", empty());
    }

    @Test
    void granteeSeesOnlyOwnProjects() {
        var own = project("own", ",\"organisationId\":\"GM0988\"");
        var other = project("other", ",\"organisationId\":\"GM0518\"");
        var nobodys = project("nobodys", "");
        grantee(WEERT).get("/v1/projects/" + own).then().statusCode(200);
        grantee(WEERT).get("/v1/projects/" + other).then().statusCode(404);
        grantee(WEERT).get("/v1/projects/" + nobodys).then().statusCode(404);
        grantee(WEERT)
                .get("/v1/projects?pageSize=200")
                .then()
                .body("items.id", hasItem(own))
                .body("items.id", not(hasItem(other)))
                .body("items.organisationId.unique()", contains(WEERT));
        grantee(WEERT)
                .get("/v1/projects?organisationId=GM0518")
                .then()
                .body("items", empty())
                .body("total.value", equalTo(0));
        Api.as("GRANTEE").get("/v1/projects").then().statusCode(200).body("items", empty());
    }

    @Test
    void granteeSeesOnlyOwnOrganisation() {
        grantee(WEERT).get("/v1/organisations/GM0988").then().statusCode(200).body("id", equalTo(WEERT));
        grantee(WEERT).get("/v1/organisations/GM0518").then().statusCode(404);
        grantee(WEERT).get("/v1/organisations").then().body("items.number", contains(WEERT));
    }

    @Test
    void filtersListByEachParameter() {
        var first = project("first", """
            ,"organisationId":"GM0988","fundingInstrument":"SUBSIDY","track":"LOCAL","actionLine":"PREVENTION",\
            "place":{"scope":"REGIONAL","municipalities":["GM0988","GM0518"]}\
            """);
        project("second", "");
        for (var filter : new String[] {
            "organisationId=GM0988",
            "fundingInstrument=SUBSIDY",
            "track=LOCAL",
            "actionLine=PREVENTION",
            "municipality=GM0518"
        }) {
            officer()
                    .get("/v1/projects?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(first));
        }
        officer()
                .get("/v1/projects?programme=" + programme)
                .then()
                .body("items.code", containsInAnyOrder("first", "second"));
    }

    /** Two roles read one version of it, and may do different things. */
    @Test
    void etagOfReadDependsOnAllowedActions() {
        var path = "/v1/projects/" + project("tagged", "");
        var etag = officer().get(path).header("ETag");
        officer().header("If-None-Match", etag).get(path).then().statusCode(304);
        Api.as(Role.ANALYST)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200)
                .body("allowedActions", empty());
    }

    /** The gateway keeps one page for all of them. */
    @Test
    void listsProjectsAlikeForCallersWithSameRights() {
        project("rights", ",\"organisationId\":\"GM0988\"");
        AnswersByRights.areTheSame(
                FundingAccess.READ_PROJECTS,
                List.of(FundingAccess.READ_EVERY_ORGANISATION, FundingAccess.WRITE_PROJECTS),
                token -> given().auth()
                        .oauth2(token)
                        .get("/v1/projects?programme=" + programme)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void filtersListBySeveralValues() {
        var weert =
                project("weert", ",\"organisationId\":\"GM0988\",\"track\":\"LOCAL\",\"phenomena\":[\"POLARISATION\"]");
        var hague = project("hague", ",\"organisationId\":\"GM0518\",\"track\":\"NATIONAL\"");
        project("none", "");
        for (var filter : new String[] {"organisationId=GM0988,GM0518", "track=LOCAL,NATIONAL"}) {
            officer()
                    .get("/v1/projects?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", containsInAnyOrder(weert, hague));
        }
        officer()
                .get("/v1/projects?programme=" + programme + "&phenomenon=ISLAMIST_EXTREMISM,POLARISATION")
                .then()
                .body("items.id", contains(weert));
    }

    @Test
    void namesWhatIsAllowedInPlaceOfUnknownFilterValues() {
        officer()
                .get("/v1/projects?programme=" + programme + ",NO-SUCH&track=LOCAL,LUNAR&parentId=x")
                .then()
                .statusCode(400)
                .body("violations.name", contains("parentId", "programme", "track"))
                .body("violations.code", contains("WRONG_TYPE", "UNKNOWN_VALUE", "UNKNOWN_VALUE"))
                .body("violations[1].parameters.allowed", Api.allowsProgrammes(programme))
                .body("violations[2].parameters.allowed", hasItem("LOCAL"));
    }

    @Test
    void findsProjectInEachOfItsMunicipalities() {
        var id = project("many", """
            ,"interventionTypes":["AWARENESS","NETWORK_BUILDING"],"phenomena":["POLARISATION"],\
            "period":{"from":"2008-01-01","until":"2010-01-01"},\
            "place":{"scope":"MUNICIPAL","municipalities":["GM0988"]},"partnerMunicipalities":["GM0363"],\
            "description":"Bruggen bouwen\"\
            """);
        for (var filter : new String[] {
            "municipality=GM0988",
            "municipality=GM0363",
            "province=PV31",
            "province=PV27",
            "year=2009",
            "year=2005,2009",
            "interventionType=NETWORK_BUILDING",
            "phenomenon=POLARISATION",
            "q=brug bouw"
        }) {
            officer()
                    .get("/v1/projects?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        for (var filter : new String[] {"municipality=GM0518", "year=2010", "phenomenon=ISLAMIST_EXTREMISM", "q=rug"}) {
            officer()
                    .get("/v1/projects?programme=" + programme + "&" + filter)
                    .then()
                    .body("items", empty());
        }
        grantee(WEERT).get("/v1/projects/" + id).then().statusCode(404);
    }

    @Test
    void changesOnlyNamedFields() {
        var id = project("changed", ",\"phenomena\":[\"POLARISATION\"],\"notes\":[\"one\"]");
        Api.changing(officer(), "\"0\"")
                .body("{\"phenomena\":[],\"name\":\"Renamed\",\"partnerMunicipalities\":[\"GM0363\"]}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Renamed"))
                .body("phenomena", empty())
                .body("notes", contains("one"))
                .body("allowedActions", contains("update"));
        Api.changing(officer(), "\"0\"")
                .body("{}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(412);
        Api.changing(officer(), "\"1\"")
                .body("{\"code\":\"x\"}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(400);
        var part = project("its-part", ",\"parentId\":\"" + id + "\"");
        Api.changing(officer(), "\"1\"")
                .body("{\"parentId\":\"" + part + "\"}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/parentId"));
    }

    @Test
    void rejectsEndedPartnerWithSuccessor() {
        post(
                        programme,
                        "p",
                        ",\"partnerMunicipalities\":[\"GM0052\"],"
                                + "\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"}")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/partnerMunicipalities/0"))
                .body("violations[0].parameters.successors", contains("GM1895"));
    }

    @Test
    void rejectsSecondProjectWithSameCode() {
        var id = project("twice", "");
        post(programme, "twice", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo("/v1/projects/" + id));
        post(programme(), "twice", "").then().statusCode(201);
    }

    @Test
    void rejectsSecondOrganisationWithSameNumber() {
        officer()
                .body("{\"number\":\"GM0988\",\"name\":\"Weert\",\"kind\":\"MUNICIPALITY\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/organisations/GM0988"));
    }

    @Test
    void rejectsUnknownReferences() {
        var foreign = officer()
                .body(json(programme(), "elsewhere", ""))
                .post("/v1/projects")
                .then()
                .extract()
                .<String>path("id");
        unknown(post("NONE", "p", ""));
        unknown(post(programme, "p", ",\"organisationId\":\"NOBODY\""));
        unknown(post(programme, "p", ",\"parentId\":\"" + UUID.randomUUID() + "\""));
        unknown(post(programme, "p", ",\"parentId\":\"" + foreign + "\""));
    }

    @Test
    void linksPartToWholeProject() {
        var whole = project("whole", "");
        var part = project("part", ",\"parentId\":\"" + whole + "\"");
        officer().get("/v1/projects/" + part).then().body("parentId", equalTo(whole));
    }

    @Test
    void rejectsEndedMunicipalityWithSuccessor() {
        var place = ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0052\"]}";
        post(programme, "p", place + ",\"period\":{\"from\":\"2011-01-01\",\"until\":\"2012-01-01\"}")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("MUNICIPALITY_NOT_VALID"))
                .body("violations[0].pointer", equalTo("/place/municipalities/0"))
                .body("violations[0].parameters.successors", contains("GM1895"));
        post(programme, "p", place).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",'notes':['a','']|/notes/1|REQUIRED",
                ",'notes':'a'|/notes|WRONG_TYPE",
                ",'track':'LUNAR'|/track|UNKNOWN_VALUE",
                ",'parentId':'x'|/parentId|WRONG_TYPE",
                ",'fee':1|/fee|UNKNOWN_FIELD",
                ",'period':{'from':'2011-01-01','until':'2011-01-01'}|/period/until|OUT_OF_RANGE"
            })
    void rejectsInvalidFields(String more, String pointer, String code) {
        post(programme, "p", more.replace('\'', '"'))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'number':'a/b','name':'n','kind':'NON_PROFIT'}|/number|WRONG_FORMAT",
                "{'name':'n','kind':'NON_PROFIT'}|/number|REQUIRED",
                "{'number':'N','name':'n','kind':'NON_PROFIT','municipality':'GM9999'}|/municipality"
                        + "|MUNICIPALITY_NOT_VALID",
                "{'number':'N','name':'n','kind':'NON_PROFIT','municipality':'Weert'}|/municipality|WRONG_FORMAT"
            })
    void rejectsInvalidOrganisations(String json, String pointer, String code) {
        officer()
                .body(json.replace('\'', '"'))
                .post("/v1/organisations")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    private String project(String code, String more) {
        return post(programme, code, more).then().statusCode(201).extract().path("id");
    }

    private static Response post(String programme, String code, String more) {
        return officer().body(json(programme, code, more)).post("/v1/projects");
    }

    private static String json(String programme, String code, String more) {
        return "{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"n\",\"source\":\"test\"%s}"
                .formatted(programme, code, more);
    }

    private static void organisation(String number, String name) {
        officer().body("""
            {"number":"%s","name":"%s","kind":"MUNICIPALITY","municipality":"%s"}\
            """.formatted(number, name, number)).post("/v1/organisations");
    }
}
