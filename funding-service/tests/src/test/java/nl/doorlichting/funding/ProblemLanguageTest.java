package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.anonymous;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class ProblemLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Verwijzing naar een onbekend gegeven | Er is geen actieplan NONE.",
                "en | Reference to an unknown record | There is no programme NONE."
            })
    void pointsAtUnknownReference(String language, String title, String detail) {
        var body = "{\"programme\":\"NONE\",\"code\":\"c\",\"name\":\"n\",\"source\":\"test\"}";
        answer(officer().header("Accept-Language", language).body(body).post("/v1/projects"), 409, language)
                .then()
                .body("title", equalTo(title))
                .body("violations[0].pointer", equalTo("/programme"))
                .body("violations[0].code", equalTo("REFERENCE_UNKNOWN"))
                .body("violations[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Bestaat al | Er is al een actieplan met deze code.",
                "en | Already exists | There is a programme with this code."
            })
    void wordsConflict(String language, String title, String detail) {
        var body = "{\"code\":\"%s\",\"name\":\"n\",\"period\":{\"from\":\"2007-01-01\",\"until\":\"2012-01-01\"}}"
                .formatted(programme());
        answer(manager().header("Accept-Language", language).body(body).post("/v1/programmes"), 409, language)
                .then()
                .body("title", equalTo(title))
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Geen geldig token | Voor dit pad is een bearer-token nodig.",
                "en | No valid token | This path needs a bearer token."
            })
    void wordsMissingToken(String language, String title, String detail) {
        answer(anonymous().header("Accept-Language", language).get("/v1/awards"), 401, language)
                .then()
                .body("title", equalTo(title))
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nl | Een ingediende aanvraag vereist dit veld.", "en | A submitted application needs this field."
            })
    void wordsViolationsOfCheck(String language, String detail) {
        var applicant = Api.organisation(OrganisationKind.MUNICIPALITY);
        var draft = ApplicationRequests.draft(applicant, "{}");
        var check = grantee(applicant)
                .header("Accept-Language", language)
                .post("/v1/applications/" + draft + "/submission-check");
        answer(check, 200, language).then().body("violations.detail", hasItem(detail));
    }

    private static Response answer(Response response, int status, String language) {
        response.then()
                .statusCode(status)
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("accept-language"));
        return response;
    }
}
