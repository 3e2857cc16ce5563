package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.post;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;

/** Plans sessions and registers people for them. */
final class RegistrationFixture {
    static final String FUTURE = "2199-06-01";

    private RegistrationFixture() {}

    /** The only day on which both registrations and a roll call are possible. It is another one after midnight. */
    static String today() {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
    }

    /** Plans a session on this day with these fields and returns its path. */
    static String session(String programme, String date, String moreFields) {
        TrainingApi.type("OF_REGISTERING", "PROFESSIONALS_AND_OFFICIALS");
        return TrainingApi.plan(programme, "OF_REGISTERING", date, moreFields)
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static String sessionOf(String programme, int capacity) {
        return session(programme, FUTURE, ",'capacity':" + capacity);
    }

    static ValidatableResponse register(String session, String name) {
        return post(session + "/registrations", "{'name':'%s','email':'%s@example.org'}".formatted(name, name));
    }

    static String registered(String session, String name) {
        return register(session, name).statusCode(201).extract().header("Location");
    }

    static ValidatableResponse cancel(String registration) {
        return TrainingApi.coordinator().post(registration + "/cancellation").then();
    }

    static ValidatableResponse patch(String path, String body) {
        return patch(path, TrainingApi.get(path).extract().header("ETag"), body);
    }

    static ValidatableResponse patch(String path, String etag, String body) {
        return TrainingApi.coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body.replace('\'', '"'))
                .patch(path)
                .then();
    }

    static RequestSpecification professional(String subject) {
        return account(subject, Role.PROFESSIONAL);
    }

    /** A professional whose address the identity provider has verified. */
    static RequestSpecification professional(String subject, String email) {
        return professional(
                TestIssuer.token().subject(subject).claim("email", email).claim("email_verified", true));
    }

    static RequestSpecification professional(TestToken token) {
        return given().auth().oauth2(token.roles(Role.PROFESSIONAL).sign()).contentType(ContentType.JSON);
    }

    static RequestSpecification trainer(String subject) {
        return account(subject, Role.TRAINER);
    }

    static RequestSpecification account(String subject, String... roles) {
        return given().auth()
                .oauth2(TestIssuer.token().subject(subject).roles(roles).sign())
                .contentType(ContentType.JSON);
    }
}
