package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.UUID;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class OrganisationsTest {
    @Test
    void storesValidityParentAndSuccessor() {
        var ministry = organisation(OrganisationKind.GOVERNMENT_BODY);
        var successor = organisation(OrganisationKind.GOVERNMENT_BODY);
        var number = unique();
        post("""
                {"number":"%s","name":"Old name","kind":"GOVERNMENT_BODY","parent":"%s","successor":"%s",\
                "validFrom":"2005-01-01","validUntil":"2012-10-01"}""".formatted(number, ministry, successor)).then().statusCode(201);
        officer()
                .get("/v1/organisations/" + number)
                .then()
                .body("parent", equalTo(ministry))
                .body("successor", equalTo(successor))
                .body("validFrom", equalTo("2005-01-01"))
                .body("validUntil", equalTo("2012-10-01"))
                .body("allowedActions", contains("update"));
        officer().get("/v1/organisations?parent=" + ministry).then().body("items.number", contains(number));
    }

    /** Several are asked for together; of one that is not there nothing is listed. */
    @Test
    void listsThoseWithTheseNumbers() {
        var one = organisation(OrganisationKind.NON_PROFIT);
        var other = organisation(OrganisationKind.NON_PROFIT);
        organisation(OrganisationKind.NON_PROFIT);
        officer()
                .get("/v1/organisations?pageSize=200&id=" + one + "," + other + ",NO-" + unique())
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(one, other));
        grantee(one).get("/v1/organisations?id=" + one + "," + other).then().body("items.id", contains(one));
        officer().get("/v1/organisations?id=NO-" + unique()).then().body("items", empty());
    }

    @Test
    void changesOnlyNamedFields() {
        var number = organisation(OrganisationKind.NON_PROFIT);
        changing(officer(), "\"0\"")
                .body("{\"name\":\"Renamed foundation\",\"validFrom\":\"2001-01-01\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Renamed foundation"))
                .body("kind", equalTo("NON_PROFIT"));
        changing(officer(), "\"0\"")
                .body("{}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(412);
        changing(officer(), "\"1\"")
                .body("{\"validFrom\":null}")
                .patch("/v1/organisations/" + number)
                .then()
                .body("validFrom", nullValue());
        changing(officer(), "\"2\"")
                .body("{\"number\":\"OTHER\"}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/number"));
        changing(grantee(number), "\"2\"")
                .body("{}")
                .patch("/v1/organisations/" + number)
                .then()
                .statusCode(403);
        grantee(number).get("/v1/organisations/" + number).then().body("allowedActions", empty());
    }

    @Test
    void rejectsCycleOfParents() {
        var top = organisation(OrganisationKind.GOVERNMENT_BODY);
        var below = organisation(OrganisationKind.GOVERNMENT_BODY);
        changing(officer(), "\"0\"")
                .body("{\"parent\":\"" + top + "\"}")
                .patch("/v1/organisations/" + below)
                .then()
                .statusCode(200);
        changing(officer(), "\"0\"")
                .body("{\"parent\":\"" + below + "\"}")
                .patch("/v1/organisations/" + top)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/parent"));
    }

    @Test
    void rejectsMunicipalityOutsideItsDays() {
        post(municipality("'validFrom':'2010-01-01'"))
                .then()
                .statusCode(400)
                .body("violations.code", contains("MUNICIPALITY_NOT_VALID"))
                .body("violations.pointer", contains("/municipality"))
                .body("violations[0].parameters.successors", contains("GM1895"));
        post(municipality("'validUntil':'2010-01-01'")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'validFrom':'2010-01-01','validUntil':'2010-01-01'|/validUntil|OUT_OF_RANGE",
                "'validFrom':'0001-01-01'|/validFrom|OUT_OF_RANGE",
                "'parent':'SELF'|/parent|NOT_ALLOWED",
                "'successor':'SELF','validUntil':'2010-01-01'|/successor|NOT_ALLOWED",
            })
    void rejectsInvalidOrganisations(String more, String pointer, String code) {
        post("{\"number\":\"SELF\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"," + more.replace('\'', '"') + "}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void rejectsUnknownReferences() {
        unknown(post("{\"number\":\"" + unique() + "\",\"name\":\"n\",\"kind\":\"NON_PROFIT\",\"parent\":\"NOBODY\"}"));
        unknown(post("{\"number\":\"" + unique()
                + "\",\"name\":\"n\",\"kind\":\"NON_PROFIT\",\"successor\":\"NOBODY\",\"validUntil\":\"2010-01-01\"}"));
    }

    @Test
    void searchesListByBeginningsOfWords() {
        var number = unique();
        post("{\"number\":\"%s\",\"name\":\"Stichting Weerbaar-Zuid\",\"kind\":\"NON_PROFIT\"}".formatted(number));
        for (var q :
                new String[] {"weerb", "zuid sticht", number.toLowerCase(java.util.Locale.ROOT), "WEERBAAR-ZUID"}) {
            officer()
                    .queryParam("q", q)
                    .queryParam("pageSize", 200)
                    .queryParam("sort", "name")
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.number", hasItem(number));
        }
        for (var q : new String[] {"erbaar", "weerbaar noord", "&|!:*", "'"}) {
            officer()
                    .queryParam("q", q)
                    .queryParam("kind", "NON_PROFIT")
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.number", not(hasItem(number)));
        }
    }

    private static String unique() {
        return "U" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static String municipality(String validity) {
        return "{\"number\":\"%s\",\"name\":\"Winschoten\",\"kind\":\"MUNICIPALITY\",\"municipality\":\"GM0052\",%s}"
                .formatted(unique(), validity.replace('\'', '"'));
    }

    private static Response post(String json) {
        return officer().body(json).post("/v1/organisations");
    }
}
