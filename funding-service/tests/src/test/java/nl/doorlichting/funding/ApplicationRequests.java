package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;

import io.restassured.response.Response;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests of the tests of applications. */
final class ApplicationRequests {
    static final String ASSESSMENT = """
            {"advice":"Grant it","scores":[{"criterion":"NEED","score":5},{"criterion":"APPROACH","score":4},\
            {"criterion":"COOPERATION","score":3,"remark":"The school is missing"},\
            {"criterion":"EMBEDDING","score":2},{"criterion":"EVALUATION_PLAN","score":1}]}""";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Set<String> OFFICERS = ConcurrentHashMap.newKeySet();

    private ApplicationRequests() {}

    /**
     * Code of a scheme with the review's bounds, for municipalities and non-profits; more fields after a comma. It is
     * charged to the programme's root unless they name another line.
     */
    static String scheme(String programme, String more) {
        if (!more.contains("\"budgetLineId\":")) {
            return scheme(programme, more + Grants.charged(Grants.root(programme)));
        }
        var code = "SCHEME-" + NUMBER.incrementAndGet();
        manager()
                .body("""
                        {"programme":"%s","code":"%s","name":"n","fundingInstrument":"DECENTRALISATION_GRANT",\
                        "applicantKinds":["MUNICIPALITY","NON_PROFIT"],"source":"test","bounds":[\
                        {"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01"},\
                        {"purpose":"EXPLORATORY_STUDY","minimumShare":0,"maximumShare":100,"validFrom":"2007-01-01"}]\
                        %s}""".formatted(programme, code, more))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
        return code;
    }

    /** A whole application: it costs 1000.00, of which the state is asked for 600.00. */
    static String whole(String scheme) {
        return """
                {"scheme":"%s","title":"Weerbare wijk","description":"A neighbourhood that stands firm.",\
                "purpose":"PROJECT","track":"LOCAL","actionLine":"PREVENTION","interventionTypes":["AWARENESS"],\
                "phenomena":["POLARISATION"],"targetGroups":["YOUTH_AND_PUPILS"],\
                "period":{"from":"2009-01-01","until":"2010-01-01"},\
                "place":{"scope":"MUNICIPAL","municipalities":["GM0988"]},"partnerMunicipalities":["GM0363","GM0599"],\
                "costs":[{"category":"PERSONNEL","description":"A coach","amount":{"amount":"700.00","currency":"EUR"}},\
                {"category":"MATERIAL","amount":{"amount":"300.00","currency":"EUR"}}],\
                "ownContribution":{"amount":"300.00","currency":"EUR"},\
                "otherFunding":{"amount":"100.00","currency":"EUR"},\
                "requestedAmount":{"amount":"600.00","currency":"EUR"}}""".formatted(scheme);
    }

    static Response post(String organisation, String json) {
        return grantee(organisation)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(json)
                .post("/v1/applications");
    }

    /** The id of a draft. */
    static String draft(String organisation, String json) {
        return post(organisation, json).then().statusCode(201).extract().path("id");
    }

    /** The id of an application that was submitted. */
    static String submitted(String organisation, String scheme) {
        var id = draft(organisation, whole(scheme));
        submit(organisation, id).then().statusCode(200);
        return id;
    }

    /** The id of an application that was assessed. */
    static String assessed(String organisation, String scheme) {
        var id = submitted(organisation, scheme);
        step(id, "assessment", ASSESSMENT).then().statusCode(200);
        return id;
    }

    /** An assessment that takes the place of an earlier one. */
    static String corrected(String assessment) {
        return assessment.substring(0, assessment.length() - 1) + ",\"reason\":\"A score was misread.\"}";
    }

    static Response submit(String organisation, String id) {
        return grantee(organisation).post("/v1/applications/" + id + "/submission");
    }

    /** A step of an officer's. */
    static Response step(String id, String transition, String json) {
        return officer().body(json).post("/v1/applications/" + id + "/" + transition);
    }

    static Response change(String organisation, String id, String json) {
        var etag = grantee(organisation).get("/v1/applications/" + id).header("ETag");
        return changing(grantee(organisation), etag).body(json).patch("/v1/applications/" + id);
    }

    /** A name that can be assigned: an officer of this name has recorded an award. */
    static String officerNamed(String name) {
        if (OFFICERS.add(name)) {
            Grants.organisations();
            Grants.keyed(officer(name))
                    .body(Grants.json(Api.programme(), "1", "SUBSIDY", "1.00", ""))
                    .post("/v1/awards")
                    .then()
                    .statusCode(201);
        }
        return name;
    }

    static String grant(String amount) {
        return """
                {"outcome":"GRANTED","reasons":"It fits","awardedAmount":{"amount":"%s","currency":"EUR"}}""".formatted(amount);
    }

    static String decline(String outcome) {
        return "{\"outcome\":\"" + outcome + "\",\"reasons\":\"It does not\"}";
    }

    static String money(String field, String amount) {
        return "\"%s\":{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(field, amount);
    }
}
