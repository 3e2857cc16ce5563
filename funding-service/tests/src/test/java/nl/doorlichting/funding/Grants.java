package nl.doorlichting.funding;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/** Requests of the tests of awards and payments, each with its subject. */
final class Grants {
    static final String WEERT = "GM0988";
    static final String FORUM = "FORUM";

    /** Decides about awards; {@link #PAYER} makes the payments and {@link #RELEASER} releases them. */
    static final String DECIDER = "decider";

    static final String PAYER = "payer";
    static final String RELEASER = "releaser";

    private static final Set<String> SCHEMES = ConcurrentHashMap.newKeySet();

    private Grants() {}

    static RequestSpecification officer(String subject) {
        return person(subject, Role.GRANT_OFFICER);
    }

    static RequestSpecification controller(String subject) {
        return person(subject, Role.CONTROLLER);
    }

    static RequestSpecification person(String subject, String... roles) {
        return Api.anonymous()
                .auth()
                .oauth2(TestIssuer.token().subject(subject).roles(roles).sign());
    }

    /** The same request under a key of its own. */
    static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static void organisations() {
        organisation(WEERT, "MUNICIPALITY");
        organisation(FORUM, "NON_PROFIT");
    }

    private static void organisation(String number, String kind) {
        Api.officer()
                .body("{\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"}".formatted(number, number, kind))
                .post("/v1/organisations");
    }

    /**
     * The fields of an award that is whole; {@code more} holds further ones, each with a comma before it. It is granted
     * under {@link #scheme} unless they name another.
     */
    static String json(String programme, String number, String instrument, String amount, String more) {
        if (!more.contains("\"scheme\":")) {
            return json(programme, number, instrument, amount, more + under(scheme(programme, instrument)));
        }
        var receiver = instrument.equals("SUBSIDY") ? FORUM : WEERT;
        return """
                {"programme":"%s","number":"%s","fundingInstrument":"%s","organisationId":"%s","title":"Award %s",\
                "amount":%s,"decidedOn":"2010-03-01","period":{"from":"2010-01-01","until":"2011-01-01"}%s}""".formatted(programme, number, instrument, receiver, number, euro(amount), more);
    }

    static String under(String scheme) {
        return ",\"scheme\":\"" + scheme + "\"";
    }

    /** Code of a scheme for all kinds of organisation, without bounds, that is charged to the programme's root. */
    static String scheme(String programme, String instrument) {
        var code = "ANY-" + instrument.charAt(0) + "-" + programme;
        if (SCHEMES.add(code)) {
            Api.manager()
                    .body("""
                            {"programme":"%s","code":"%s","name":"n","fundingInstrument":"%s","source":"test",\
                            "applicantKinds":["MUNICIPALITY","NON_PROFIT"]%s}""".formatted(programme, code, instrument, charged(root(programme))))
                    .post("/v1/schemes");
        }
        return code;
    }

    /** The programme's root line, which is made where there is none; null for a programme that is not there. */
    static String root(String programme) {
        var root = Api.manager()
                .get("/v1/budget-lines?pageSize=200&programme=" + programme)
                .<String>path("items.find { it.parentId == null }?.id");
        if (root != null) {
            return root;
        }
        return Api.manager()
                .body("{\"programme\":\"%s\",\"code\":\"root\",\"name\":\"root\",\"ceiling\":false}"
                        .formatted(programme))
                .post("/v1/budget-lines")
                .path("id");
    }

    static Response postAward(String json) {
        return keyed(officer(DECIDER)).body(json).post("/v1/awards");
    }

    /** The id of a subsidy that is charged to the line; null for the scheme's. */
    static String subsidy(String programme, String number, String amount, String line) {
        return award(programme, number, "SUBSIDY", amount, charged(line));
    }

    static String award(String programme, String number, String instrument, String amount, String more) {
        return postAward(json(programme, number, instrument, amount, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String charged(String line) {
        return line == null ? "" : ",\"budgetLineId\":\"" + line + "\"";
    }

    static Response disburse(String award, String amount) {
        return disburse(award, amount, "");
    }

    static Response disburse(String award, String amount, String more) {
        return keyed(officer(PAYER))
                .body("{\"amount\":" + euro(amount) + more + "}")
                .post("/v1/awards/" + award + "/disbursements");
    }

    /** The id of a payment that must be accepted. */
    static String payment(String award, String amount) {
        return disburse(award, amount).then().statusCode(201).extract().path("id");
    }

    static Response release(String payment) {
        return keyed(controller(RELEASER)).post("/v1/disbursements/" + payment + "/release");
    }

    static Response cancel(String payment) {
        return officer(PAYER).body("{\"reason\":\"mistake\"}").post("/v1/disbursements/" + payment + "/cancellation");
    }

    /** A payment made and released. */
    static String paid(String award, String amount) {
        var payment = payment(award, amount);
        release(payment).then().statusCode(200);
        return payment;
    }

    static Response account(String award) {
        return officer(DECIDER)
                .body("{\"spent\":" + euro("1.00") + ",\"report\":\"done\"}")
                .post("/v1/awards/" + award + "/accountability");
    }

    static Response settle(String award, String amount, boolean exOfficio) {
        return officer(DECIDER)
                .body("{\"amount\":%s,\"exOfficio\":%s,\"reasons\":\"r\"}".formatted(euro(amount), exOfficio))
                .post("/v1/awards/" + award + "/settlement");
    }

    static Response amend(String award, String fields) {
        return officer(DECIDER).body("{\"reasons\":\"r\"" + fields + "}").post("/v1/awards/" + award + "/amendment");
    }

    static Response revoke(String award) {
        return officer(DECIDER)
                .body("{\"ground\":\"NOT_CARRIED_OUT\",\"reasons\":\"r\"}")
                .post("/v1/awards/" + award + "/revocation");
    }

    static Response reclaim(String award, String amount) {
        return officer(DECIDER)
                .body("{\"amount\":%s,\"reasons\":\"r\"}".formatted(euro(amount)))
                .post("/v1/awards/" + award + "/reclaims");
    }

    /** What came back of a claim; further fields of the request each with a comma before them. */
    static Response receipt(String award, String claim, String amount, String more) {
        return receipt("/v1/awards/" + award + "/reclaims/" + claim, amount, more);
    }

    /** The same, of the claim at this path. */
    static Response receipt(String claim, String amount, String more) {
        return keyed(officer(DECIDER))
                .body("{\"amount\":" + euro(amount) + more + "}")
                .post(claim + "/receipts");
    }

    static Response correctReceipt(String claim, String receipt, String amount) {
        return officer(DECIDER)
                .body("{\"receiptId\":\"%s\",\"amount\":%s,\"reason\":\"misread\"}".formatted(receipt, euro(amount)))
                .post(claim + "/receipt-corrections");
    }

    static Response get(String award) {
        return Api.officer().get("/v1/awards/" + award);
    }

    static String euro(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }
}
