package nl.doorlichting.funding;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.hamcrest.Matcher;

/** Short forms of the requests that the tests send. */
final class Api {
    private static final ContractFilter CONTRACT = ContractFilter.ofApplication();
    private static final int MOST_ALLOWED = 200;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api() {}

    static RequestSpecification as(String... roles) {
        return bearing(TestIssuer.token(roles));
    }

    static RequestSpecification manager() {
        return as(Role.PROGRAMME_MANAGER);
    }

    static RequestSpecification officer() {
        return as(Role.GRANT_OFFICER);
    }

    static RequestSpecification grantee(String organisation) {
        var token = TestIssuer.token().roles(Role.GRANTEE).organisation(organisation);
        return bearing(token.sign());
    }

    /** A caller of this name, for whom it matters who did what. */
    static RequestSpecification officer(String subject) {
        return bearing(
                TestIssuer.token().subject(subject).roles(Role.GRANT_OFFICER).sign());
    }

    static RequestSpecification bearing(String token) {
        return anonymous().auth().oauth2(token);
    }

    static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    /** What the answer to an unknown programme allows: these among all, or nothing where tests have recorded too many to list. */
    static Matcher<?> allowsProgrammes(String... some) {
        int all = manager().get("/v1/programmes?pageSize=1").path("total.value");
        return all > MOST_ALLOWED ? nullValue() : hasItems(some);
    }

    /** The request as a change of the record that has this ETag. */
    static RequestSpecification changing(RequestSpecification request, String etag) {
        return request.contentType("application/merge-patch+json").header("If-Match", etag);
    }

    /** An organisation of the test's own, by its number. */
    static String organisation(OrganisationKind kind) {
        var number = "ORG-" + NUMBER.incrementAndGet();
        officer()
                .body("{\"number\":\"%s\",\"name\":\"Test %s\",\"kind\":\"%s\"}".formatted(number, number, kind))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        return number;
    }

    /** A programme of the test's own. */
    static String programme() {
        var code = "P" + NUMBER.incrementAndGet();
        manager().body("""
                        {"code":"%s","name":"Test","period":{"from":"2007-01-01","until":"2199-01-01"}}""".formatted(code)).post("/v1/programmes").then().statusCode(201);
        return code;
    }

    /** The id of a new line; the parent may be null. */
    static String line(String programme, String code, String parentId, boolean ceiling) {
        var parent = parentId == null ? "" : "\"parentId\":\"" + parentId + "\",";
        return manager()
                .body("""
                        {"programme":"%s","code":"%s","name":"%s",%s"ceiling":%s}""".formatted(programme, code, code, parent, ceiling))
                .post("/v1/budget-lines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response post(Entry entry) {
        return manager().body(entry.json()).post("/v1/budget-entries");
    }

    /** The same, and another person releases what waits. The answer is that of the post. */
    static Response postReleased(Entry entry) {
        var posted = post(entry);
        if (posted.statusCode() == 201 && posted.path("status").equals("WAITING")) {
            release(posted.path("id")).then().statusCode(200);
        }
        return posted;
    }

    static Response release(String entry) {
        return Grants.controller(Grants.RELEASER).post("/v1/budget-entries/" + entry + "/release");
    }

    /** The id of an entry that must be accepted, and released where it waits. */
    static String book(Entry entry) {
        return postReleased(entry).then().statusCode(201).extract().path("id");
    }
}
