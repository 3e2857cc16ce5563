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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
                .body("withdrawal", nullValue())
                .body("allowedActions", contains("update", "withdrawal"));
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

    @ParameterizedTest
    @EnumSource
    void withdrawnOneCountsNowhereFromThenOn(Kind kind) {
        var programme = programme();
        var project = project(programme);
        organisation("own-" + programme);
        var of = ",\"projectId\":\"" + project + "\",\"reference\":\"r\",\"organisationId\":\"own-" + programme + "\"";
        var location =
                kind.post(programme, "t", of).then().statusCode(201).extract().header("Location");
        var stood = Instant.now();
        withdraw(location, "").statusCode(400).body("violations.pointer", contains("/reason"));
        as(Role.ANALYST)
                .body("{\"reason\":\"of another year\"}")
                .post(location + "/withdrawal")
                .then()
                .statusCode(403);
        withdraw(location, "of another year")
                .statusCode(200)
                .body("withdrawal.reason", equalTo("of another year"))
                .body("withdrawal.withdrawnBy", notNullValue())
                .body("allowedActions", empty());
        var list = kind.path + "?programme=" + programme;
        var ofFinances = kind.path.substring(kind.path.lastIndexOf('/') + 1) + "." + kind.title;
        var finances = "/v1/project-finances/" + project;
        officer().get(list).then().body("items", empty());
        officer().get(list + "&withdrawn=true").then().body("items." + kind.title, contains("t"));
        officer().get(finances).then().statusCode(200).body(ofFinances, empty());
        grantee("own-" + programme).get(location).then().body("withdrawal.reason", equalTo("of another year"));
        // Nothing was withdrawn then.
        officer().get(list + "&asOf=" + stood).then().body("items.withdrawal", contains(nullValue()));
        officer().get(list + "&withdrawn=true&asOf=" + stood).then().body("items", empty());
        officer().get(finances + "?asOf=" + stood).then().body(ofFinances, contains("t"));
        officer()
                .get(location + "?asOf=" + stood)
                .then()
                .statusCode(200)
                .body("withdrawal", nullValue())
                .body("allowedActions", empty());
        officer().get(location + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        // It stays so, and its reference stays taken.
        withdraw(location, "again").statusCode(409).body("allowed", empty());
        patch(location, "{\"winner\":\"w\"}", "\"1\"").then().statusCode(409);
        kind.post(programme, "t", of).then().statusCode(409).body("existing", equalTo(location));
        kind.post(programme, "t", of.replace("\"r\"", "\"s\"")).then().statusCode(201);
        officer().get(finances).then().body(ofFinances, contains("t"));
        withdraw(kind.path + "/" + UUID.randomUUID(), "r").statusCode(404);
    }

    /** Of two at once the second finds that it is withdrawn. */
    @ParameterizedTest
    @EnumSource
    void isWithdrawnOnce(Kind kind) {
        var location =
                kind.post(programme(), "t", "").then().statusCode(201).extract().header("Location");
        var statuses = Stream.of("one", "other")
                .map(reason -> CompletableFuture.supplyAsync(
                        () -> withdraw(location, reason).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409), statuses);
    }

    private static ValidatableResponse withdraw(String location, String reason) {
        return officer()
                .body("{\"reason\":\"" + reason + "\"}")
                .post(location + "/withdrawal")
                .then();
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
