package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other ways in which money goes out, which are recorded in the same manner. */
@FundingServiceTest
class PrizesAndProcurementsTest {
    enum Kind {
        PRIZE("/v1/prizes", "name", "why"),
        PROCUREMENT("/v1/procurements", "tender", "reasons");

        final String path;
        final String title;
        final String why;

        Kind(String path, String title, String why) {
            this.path = path;
            this.title = title;
            this.why = why;
        }

        String json(String programme, String titled, String more) {
            var year = more.contains("\"year\"") ? "" : ",\"year\":2009";
            return "{\"programme\":\"%s\",\"%s\":\"%s\",\"source\":\"s\"%s%s}"
                    .formatted(programme, title, titled, year, more);
        }

        Response post(String programme, String titled, String more) {
            return officer().body(json(programme, titled, more)).post(path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsNullForUnknownFields(Kind kind) {
        var made = kind.post(programme(), "t", "").then().statusCode(201).extract();
        officer()
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"0."))
                .body(kind.title, equalTo("t"))
                .body("winner", nullValue())
                .body("amount", nullValue())
                .body("organisationId", nullValue())
                .body(kind.why, nullValue())
                .body("allowedActions", contains("update"));
        as(Role.ANALYST).get(made.header("Location")).then().body("allowedActions", empty());
    }

    @Test
    void procurementMayBeOfAnyYear() {
        var more = ",\"year\":null";
        Kind.PROCUREMENT.post(programme(), "t", more).then().statusCode(201).body("year", nullValue());
        Kind.PRIZE.post(programme(), "t", more).then().statusCode(400).body("violations.pointer", contains("/year"));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsYearThatHasNotBegun(Kind kind) {
        var thisYear = LocalDate.now(ZoneId.of("Europe/Amsterdam")).getYear();
        kind.post(programme(), "t", ",\"year\":" + thisYear).then().statusCode(201);
        kind.post(programme(), "t", ",\"year\":" + (thisYear + 1))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/year"))
                .body("violations.code", contains("OUT_OF_RANGE"));
    }

    @ParameterizedTest
    @EnumSource
    void returnsAllViolationsTogether(Kind kind) {
        var amount = ",\"amount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}";
        kind.post(programme(), "t", amount)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/amount/amount"));
        var decimals = ",\"year\":1066,\"winer\":\"x\",\"amount\":{\"amount\":\"1.005\",\"currency\":\"EUR\"}";
        kind.post(programme(), "t", decimals)
                .then()
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/year", "/winer", "/amount/amount"));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsUnknownReferences(Kind kind) {
        var programme = programme();
        kind.post("NONE", "t", "").then().statusCode(409);
        kind.post(programme, "t", ",\"organisationId\":\"NOBODY\"").then().statusCode(409);
        var project = project(programme());
        kind.post(programme, "t", ",\"projectId\":\"" + project + "\"").then().statusCode(409);
        var reference = ",\"reference\":\"r\"";
        var location = kind.post(programme, "t", reference)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        kind.post(programme, "u", reference)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(location));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsChangeOfStaleVersion(Kind kind) {
        var programme = programme();
        var amount = ",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"},\"reference\":\"r\"";
        var location = kind.post(programme, "t", amount)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        patch(location, "{\"winner\":\"w\"}", null).then().statusCode(428);
        patch(location, "{\"winner\":\"w\",\"amount\":null}", "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("winner", equalTo("w"))
                .body("amount", nullValue())
                .body("reference", equalTo("r"));
        patch(location, "{\"winner\":\"v\"}", "\"0\"").then().statusCode(412);
        patch(location, "{\"source\":null}", "\"1\"").then().statusCode(400);
        patch(location, "{\"programme\":\"NONE\"}", "\"1\"").then().statusCode(409);
        officer().get(location).then().body("winner", equalTo("w"));
    }

    @ParameterizedTest
    @EnumSource
    void filtersByEachParameter(Kind kind) {
        var programme = programme();
        var words = kind.path + "?programme=" + programme + "&q=";
        kind.post(programme, "Gemeenteprijs 100%", ",\"winner\":\"Weert\"")
                .then()
                .statusCode(201);
        kind.post(programme, "other", ",\"year\":2010,\"" + kind.why + "\":\"so WEERT liked\"")
                .then()
                .statusCode(201);
        officer().get(words + "weert").then().statusCode(200).body("items", hasSize(2));
        officer()
                .urlEncodingEnabled(false)
                .get(words + "100%25")
                .then()
                .body("items." + kind.title, contains("Gemeenteprijs 100%"));
        officer().urlEncodingEnabled(false).get(words + "%25").then().body("items", hasSize(1));
        officer().get(words + "_").then().body("items", empty());
        officer()
                .get(kind.path + "?programme=" + programme + "&year=2005,2010")
                .then()
                .body("items", hasSize(1));
        officer().get(words.replace("?", "/csv?") + "weert").then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void granteeSeesOnlyOwnPrizes(Kind kind) {
        var programme = programme();
        organisation("won-" + programme);
        organisation("lost-" + programme);
        var location = kind.post(programme, "t", ",\"organisationId\":\"won-" + programme + "\"")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        kind.post(programme, "nobody's", "").then().statusCode(201);
        grantee("won-" + programme).get(location).then().statusCode(200).body("allowedActions", empty());
        grantee("lost-" + programme).get(location).then().statusCode(404);
        var list = kind.path + "?programme=" + programme;
        grantee("won-" + programme).get(list).then().body("items", hasSize(1));
        grantee("lost-" + programme).get(list).then().body("items", empty()).body("total.value", not(equalTo(2)));
    }

    private static Response patch(String location, String changes, String ifMatch) {
        var request = officer().contentType(MergePatch.MEDIA_TYPE).body(changes);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(location);
    }

    private static void organisation(String number) {
        officer()
                .body("{\"number\":\"%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}".formatted(number))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
    }

    private static String project(String programme) {
        return officer()
                .body("{\"programme\":\"%s\",\"code\":\"c\",\"name\":\"n\",\"source\":\"s\"}".formatted(programme))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
