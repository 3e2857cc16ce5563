package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NetworksTest {
    private static final String NETWORKS = "/v1/networks";
    private static final String MEETINGS = "/v1/network-meetings";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    /** Policy review 25.1, lines 498-500: eight countries. */
    @Test
    void showsKnownMembersOfNetwork() {
        var path = network(
                        "N1",
                        "'kind':'INTERNATIONAL','memberCount':{'kind':'EXACT','value':8},'memberKind':'COUNTRY',"
                                + "'members':['NCTV','NCTV']")
                .statusCode(201)
                .body("members", contains("NCTV"))
                .extract()
                .header("Location");
        get(path).body("memberCount.value", equalTo(8)).body("allowedActions", contains("update"));
        analyst()
                .get(path)
                .then()
                .statusCode(200)
                .body("memberCount.value", equalTo(8))
                .body("members", empty())
                .body("allowedActions", empty());
        get(NETWORKS + "?programme=N1&kind=INTERNATIONAL").body("items.memberKind", contains("COUNTRY"));
        get(NETWORKS + "?programme=N1&kind=PLATFORM").body("items", empty());
    }

    @Test
    void refusesMemberCountWithoutKind() {
        network("N2", "'kind':'PLATFORM','memberCount':{'kind':'EXACT','value':8}")
                .statusCode(400)
                .body("violations.pointer", contains("/memberKind"));
        network("N2", "'kind':'CLUB'").statusCode(400).body("violations.code", contains("UNKNOWN_VALUE"));
    }

    @Test
    void refusesMembersThatLookLikeCodesAndAreNone() {
        network("N8", "'kind':'PLATFORM','members':['GM0988','GM0052','GM9999','gm0988','SIPI']")
                .statusCode(400)
                .body("violations.pointer", contains("/members/2", "/members/3"))
                .body("violations.code", contains("MUNICIPALITY_NOT_VALID", "MUNICIPALITY_NOT_VALID"));
        network(
                        "N8",
                        "'kind':'INTERNATIONAL','memberCount':{'kind':'EXACT','value':2},'memberKind':'COUNTRY',"
                                + "'members':['BE','XX','Nederland']")
                .statusCode(400)
                .body("violations.pointer", contains("/members/1"))
                .body("violations.code", contains("UNKNOWN_VALUE"))
                .body("violations[0].detail", not(containsString("XX")));
        var path = network("N8", "'kind':'PLATFORM','members':['GM0988','EZ']")
                .statusCode(201)
                .extract()
                .header("Location");
        patch(path, "\"0\"", "{'members':['GM9999']}").statusCode(400);
        get(path).body("members", contains("GM0988", "EZ"));
        get(NETWORKS + "?programme=N8").body("items.id", hasSize(1));
    }

    /** What a list shows of a former moment has no members: they may be people, and were maybe erased since. */
    @Test
    void showsNetworkOfThePastWithoutMembers() {
        var path = network("N9", "'kind':'PLATFORM','members':['NCTV','KLPD']")
                .extract()
                .header("Location");
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        patch(path, "\"0\"", "{'name':'Another name'}").statusCode(200);
        get(NETWORKS + "?programme=N9&asOf=" + before)
                .body("items.name", contains("A network"))
                .body("items[0].members", empty())
                .body("items[0].allowedActions", empty());
        get(NETWORKS + "?programme=N9").body("items.name", contains("Another name"));
        get(NETWORKS + "?programme=N9&asOf=2011-01-01T00:00:00Z").body("items", empty());
        analyst()
                .get("/v1/training-statistics?programme=N9&asOf=" + before)
                .then()
                .body("networks.name", contains("A network"));
    }

    @Test
    void changesNetworkButNotItsReference() {
        var path = network("N3", "'kind':'PLATFORM','reference':'n3'").extract().header("Location");
        patch(path, null, "{'members':['GM0988']}").statusCode(428);
        patch(path, "\"0\"", "{'members':['GM0988'],'note':'Still meets.'}")
                .statusCode(200)
                .body("members", contains("GM0988"))
                .body("etag", equalTo("\"1\""));
        patch(path, "\"0\"", "{'note':null}").statusCode(412);
        patch(path, "\"1\"", "{'note':null}").statusCode(200).body("note", nullValue());
        patch(path, "\"2\"", "{'reference':'other'}")
                .statusCode(400)
                .body("violations.pointer", contains("/reference"));
        network("N3", "'kind':'PLATFORM','reference':'n3'").statusCode(409).body("existing", equalTo(path));
    }

    /** Policy review 25.1, lines 420 and 496: tens of meetings; about 200 professionals at the conference of 2009. */
    @Test
    void recordsMeetingsAsSourceCountsThem() {
        var network = network("N4", "'kind':'INTERVISION'").extract().<String>path("id");
        meeting(
                        "N4",
                        "'period':{'from':'2007-01-01','until':'2012-01-01'},"
                                + "'meetings':{'kind':'VAGUE','text':'tientallen malen'},'networkId':'" + network + "'")
                .statusCode(201)
                .body("meetings.text", equalTo("tientallen malen"))
                .body("attendance", nullValue());
        meeting(
                        "N4",
                        "'period':{'from':'2009-01-01','until':'2010-01-01'},"
                                + "'attendance':{'kind':'APPROXIMATE','value':200},"
                                + "'targetGroup':'PROFESSIONALS_AND_OFFICIALS','track':'INTERNATIONAL'")
                .statusCode(201)
                .body("meetings.value", equalTo(1))
                .body("attendance.value", equalTo(200));
        get(MEETINGS + "?programme=N4").body("items.period.code", contains("2007-2011", "2009"));
        get(MEETINGS + "?networkId=" + network).body("items.networkId", contains(network));
    }

    @Test
    void refusesMeetingWithUnknownNetworkOrPlace() {
        var other = network("N5", "'kind':'PLATFORM'").extract().<String>path("id");
        var period = "'period':{'from':'2010-05-01','until':'2010-05-02'}";
        meeting("N6", period + ",'networkId':'" + other + "'")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
        meeting("N6", period + ",'place':{'scope':'MUNICIPAL','municipalities':['GM0052']}")
                .statusCode(400)
                .body("violations[0].parameters.successors", contains("GM1895"));
        var path = meeting("N6", period + ",'reference':'m'").extract().header("Location");
        meeting("N6", period + ",'reference':'m'").statusCode(409).body("existing", equalTo(path));
        get(path).body("allowedActions", contains("corrections", "withdrawal"));
    }

    @Test
    void correctsMeetingWithReason() {
        var period = "'period':{'from':'2009-01-01','until':'2010-01-01'}";
        var path = meeting("N7", period + ",'attendance':{'kind':'EXACT','value':20},'reference':'m'")
                .extract()
                .header("Location");
        var right = "{'reason':'counted again','title':'The conference','source':'test'," + period
                + ",'attendance':{'kind':'APPROXIMATE','value':200}}";
        post(path + "/corrections", right)
                .statusCode(201)
                .body("reason", equalTo("counted again"))
                .body("etag", equalTo("\"1\""));
        get(path)
                .body("attendance.value", equalTo(200))
                .body("title", equalTo("The conference"))
                .body("reference", equalTo("m"));
        post(path + "/corrections", right.replace("'reason':'counted again',", ""))
                .statusCode(400);
        post(path + "/corrections", "{'reason':'once','note':'n'}")
                .statusCode(201)
                .body("attendance.value", equalTo(200));
        post(path + "/withdrawal", "{'reason':'it was never held'}")
                .statusCode(200)
                .body("withdrawal.reason", equalTo("it was never held"))
                .body("allowedActions", empty());
        get(MEETINGS + "?programme=N7").body("items", empty());
        get(MEETINGS + "?programme=N7&withdrawn=true").body("items.reference", contains("m"));
        analyst().get("/v1/training-statistics?programme=N7").then().body("meetings", empty());
        post(path + "/withdrawal", "{'reason':'again'}").statusCode(409);
        post(path + "/corrections", "{'reason':'again','note':'another'}").statusCode(409);
    }

    private static ValidatableResponse network(String programme, String fields) {
        return post(NETWORKS, "{'programme':'%s','name':'A network','source':'test',%s}".formatted(programme, fields));
    }

    private static ValidatableResponse meeting(String programme, String fields) {
        return post(MEETINGS, "{'programme':'%s','title':'A meeting','source':'test',%s}".formatted(programme, fields));
    }

    static ValidatableResponse patch(String path, String etag, String body) {
        var request = coordinator().contentType("application/merge-patch+json").body(body.replace('\'', '"'));
        return (etag == null ? request : request.header("If-Match", etag))
                .patch(path)
                .then();
    }
}
