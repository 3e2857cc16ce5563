package nl.doorlichting.local.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.ApiClient;

/** Records of every service that one version writes and another reads and changes. */
final class VersionedRecords {
    static final String PROGRAMME = "VERSIONS";
    private static final String OFFICER = "GRANT_OFFICER";
    private static final String COORDINATOR = "TRAINING_COORDINATOR";
    private static final String ORGANISATIONS = "/v1/organisations";
    private static final String OBSERVATIONS = "/v1/reach-observations";
    private static final String FIGURE = """
            "period":{"from":"2010-01-01","until":"2011-01-01"},"targetGroup":"OTHER","source":"test",\
            "reach":{"kind":"EXACT","value":%d}""";
    private static final String ORGANISATION = "{\"number\":\"VERSIONS\",\"name\":\"Before\",\"kind\":\"NON_PROFIT\"}";

    private final ApiClient caller;
    private final List<Written> all = new ArrayList<>();
    private Written organisation;
    private Written application;
    private Written registration;
    private Written observation;
    private Written disbursement;

    /** @param path of the record */
    private record Written(String path, String role, JsonNode body) {
        String etag() {
            return body.path("etag").asText();
        }
    }

    VersionedRecords(ApiClient caller) {
        this.caller = caller;
    }

    void write() {
        organisation = keep(ORGANISATIONS, OFFICER, ApiClient.body(201, postOrganisation()));
        application =
                create("/v1/applications", "GRANTEE:GM0988", "{\"organisationId\":\"GM0988\",\"title\":\"Before\"}");
        disbursement = payment();
        Written session = create("/v1/training-sessions", COORDINATOR, """
                {"programme":"VERSIONS","trainingType":"PROFESSIONALS","title":"A training","date":"2030-01-01",\
                "capacity":2,"source":"test"}""");
        // It counts the registration below.
        all.remove(session);
        registration = create(
                session.path() + "/registrations", COORDINATOR, "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}");
        observation = create(OBSERVATIONS, "RESEARCHER", "{\"programme\":\"VERSIONS\"," + FIGURE.formatted(10) + "}");
    }

    /** A payment that another person must release. */
    private Written payment() {
        FundedProgramme money = new FundedProgramme(caller, PROGRAMME, "100.00");
        JsonNode made = caller.post(
                201, money.award("SIPI") + "/disbursements", OFFICER, "{\"amount\":" + money.amount() + "}");
        return keep("/v1/disbursements", OFFICER, made);
    }

    void assertRead() {
        for (Written written : all) {
            JsonNode read = caller.get(written.path(), written.role());
            // The newer version has written it, so that one may have more fields.
            assertEquals(List.of(), SameAnswers.lost(read, written.body()), written.path());
        }
    }

    void change() {
        HttpResponse<String> replayed = postOrganisation();
        assertEquals(
                organisation.body().path("id"), ApiClient.body(201, replayed).path("id"));
        assertTrue(replayed.headers().firstValue("Idempotency-Replayed").isPresent());
        rename(organisation, "name");
        rename(application, "title");
        step(disbursement, "/release", "CONTROLLER", "RELEASED");
        step(registration, "/cancellation", COORDINATOR, "CANCELLED");
        caller.post(
                201,
                observation.path() + "/corrections",
                "RESEARCHER",
                "{\"reason\":\"counted again\"," + FIGURE.formatted(11) + "}");
        assertFigures();
    }

    /** Lists and reports have the changes. */
    private void assertFigures() {
        JsonNode observations = caller.get(OBSERVATIONS + "?programme=VERSIONS", "ANALYST");
        assertEquals(1, observations.at("/total/value").asInt());
        assertEquals(2, observations.at("/items/0/version").asInt());
        JsonNode reach = caller.get("/v1/reports/reach?programme=VERSIONS", "ANALYST");
        assertEquals(11, reach.at("/totals/0/reach/best").asInt());
        JsonNode root =
                caller.get("/v1/reports/finances?programme=VERSIONS", "ANALYST").at("/rows/0/total");
        assertEquals("100.00", root.at("/disbursed/amount").asText());
        assertEquals("0.00", root.at("/left/amount").asText());
    }

    private void rename(Written written, String field) {
        JsonNode now = caller.patch(written.path(), written.role(), written.etag(), "{\"" + field + "\":\"After\"}");
        assertEquals("After", now.path(field).asText());
    }

    private void step(Written written, String step, String role, String status) {
        JsonNode now = caller.post(200, written.path() + step, role, "{}");
        assertEquals(status, now.path("status").asText());
    }

    /** Repeats a write under one key with another version. */
    private HttpResponse<String> postOrganisation() {
        return caller.postUnder("versions", ORGANISATIONS, OFFICER, ORGANISATION);
    }

    private Written create(String path, String role, String json) {
        return keep(path, role, caller.post(201, path, role, json));
    }

    /** Reads the record, because the response to a write has no personal data. */
    private Written keep(String path, String role, JsonNode made) {
        String own = path + "/" + made.path("id").asText();
        Written written = new Written(own, role, caller.get(own, role));
        all.add(written);
        return written;
    }
}
