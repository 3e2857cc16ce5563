package nl.doorlichting.funding;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;

/** The problems of requests that conflict with what is stored. */
final class Refusals {
    private Refusals() {}

    static void exceeded(Response response, String detail) {
        refused(response, "budget-exceeded", detail);
    }

    static void invalid(Response response, String detail) {
        refused(response, "invalid-state", detail);
    }

    static void invalid(Response response, String detail, String... allowed) {
        invalid(response, detail);
        response.then().body("allowed", contains(allowed));
    }

    static void unknown(Response response) {
        refused(response, "reference-unknown", "");
    }

    private static void refused(Response response, String type, String detail) {
        response.then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/" + type))
                .body("detail", containsString(detail));
    }
}
