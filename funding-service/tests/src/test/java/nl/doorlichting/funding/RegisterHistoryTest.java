package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.function.Supplier;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programmes, schemes, organisations, budget lines and payments stated at an earlier moment. */
@FundingServiceTest
class RegisterHistoryTest {
    private static final String BEFORE_ALL = "asOf=2011-01-01T00:00:00Z";

    private String programme;

    @BeforeEach
    void programmeOfTest() {
        programme = programme();
    }

    @Test
    void programmeIsAsItWas() {
        var path = "/v1/programmes/"
                + manager().get("/v1/programmes?code=" + programme).path("items[0].id");
        var list = "/v1/programmes?code=" + programme;
        var first = Instant.now();
        change(Api::manager, path, "{\"name\":\"Second\"}");
        wasThen(path, list, "name", "Test", first);
        manager().get(path).then().body("name", equalTo("Second"));
    }

    @Test
    void schemeIsAsItWasWithItsBoundsAndConditions() {
        var code = ApplicationRequests.scheme(
                programme, ",\"conditions\":[{\"text\":\"Evaluate\",\"enforceable\":false}]");
        var list = "/v1/schemes?code=" + code;
        var path = "/v1/schemes/" + manager().get(list).path("items[0].id");
        var first = Instant.now();
        change(Api::manager, path, """
                {"name":"second","conditions":[{"text":"Report","enforceable":false}],"bounds":[\
                {"purpose":"PROJECT","minimumShare":10,"maximumShare":20,"validFrom":"2007-01-01"}]}""");
        var second = Instant.now();
        change(Api::manager, path, "{\"conditions\":[],\"bounds\":[]}");
        wasThen(path, list, "name", "n", first);
        manager()
                .get(list + "&asOf=" + first)
                .then()
                .body("items[0].bounds.minimumShare", contains(50.0f, 0.0f))
                .body("items[0].conditions.text", contains("Evaluate"));
        manager()
                .get(path + "?asOf=" + second)
                .then()
                .body("name", equalTo("second"))
                .body("bounds.minimumShare", contains(10.0f))
                .body("conditions.text", contains("Report"));
        manager()
                .get(path + "?asOf=" + Instant.now())
                .then()
                .body("bounds", empty())
                .body("conditions", empty());
    }

    @Test
    void organisationIsAsItWas() {
        var number = Api.organisation(OrganisationKind.NON_PROFIT);
        var path = "/v1/organisations/" + number;
        var first = Instant.now();
        change(Api::officer, path, "{\"name\":\"Renamed\"}");
        wasThen(path, "/v1/organisations?q=" + number, "name", "Test " + number, first);
        Api.grantee(number).get(path + "?asOf=" + first).then().body("name", equalTo("Test " + number));
        Api.grantee(Api.organisation(OrganisationKind.NON_PROFIT))
                .get(path + "?asOf=" + first)
                .then()
                .statusCode(404);
    }

    @Test
    void budgetLinesAreThoseOfTheMoment() {
        var root = Api.line(programme, "root", null, false);
        var first = Instant.now();
        Api.line(programme, "later", root, false);
        var list = "/v1/budget-lines?programme=" + programme + "&";
        manager().get(list + "asOf=" + first).then().body("items.id", contains(root));
        manager().get(list + BEFORE_ALL).then().statusCode(200).body("items", empty());
    }

    @Test
    void paymentIsAsItWas() {
        Grants.organisations();
        var award = Grants.award(programme, "1", "SUBSIDY", "10.00", "");
        var payment = Grants.payment(award, "10.00");
        var path = "/v1/disbursements/" + payment;
        var list = "/v1/disbursements?programme=" + programme;
        var first = Instant.now();
        Grants.release(payment).then().statusCode(200);
        wasThen(path, list, "status", "RESERVED", first);
        officer().get(list + "&status=RELEASED&asOf=" + first).then().body("items", empty());
        officer().get(path + "?asOf=" + first).then().body("endedBy", nullValue());
        officer().get(path).then().body("status", equalTo("RELEASED"));
        Api.grantee(Grants.FORUM).get(path + "?asOf=" + first).then().body("status", equalTo("RESERVED"));
        Api.grantee(Grants.WEERT).get(path + "?asOf=" + first).then().statusCode(404);
    }

    private static void wasThen(String path, String list, String field, String value, Instant moment) {
        officer()
                .get(path + "?asOf=" + moment)
                .then()
                .statusCode(200)
                .body(field, equalTo(value))
                .body("allowedActions", empty());
        officer()
                .get(list + "&asOf=" + moment)
                .then()
                .statusCode(200)
                .body("items." + field, contains(value))
                .body("items[0].allowedActions", empty());
        officer().get(path + "?" + BEFORE_ALL).then().statusCode(404);
        officer().get(list + "&" + BEFORE_ALL).then().statusCode(200).body("items", empty());
    }

    private static void change(Supplier<RequestSpecification> caller, String path, String json) {
        changing(caller.get(), officer().get(path).header("ETag"))
                .body(json)
                .patch(path)
                .then()
                .statusCode(200);
    }
}
