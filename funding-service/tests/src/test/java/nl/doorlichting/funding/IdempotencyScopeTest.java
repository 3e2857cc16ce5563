package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.draft;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.whole;
import static nl.doorlichting.funding.AuditDatabase.execute;
import static nl.doorlichting.funding.AuditDatabase.holds;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which requests a key makes one: of one subject, organisation, method and path, with one query and one body. */
@FundingServiceTest
class IdempotencyScopeTest {
    private static final String APPLICATIONS = "/v1/applications";
    // As release 0.1.0 stores an answer, here the one that another key got.
    private static final String STORED_BY_0_1_0 = """
            set role %s; set doorlichting.organisation = '%s';
            insert into idempotency_key (caller, path, key, body_hash, status, location, etag, body)
            select caller, path, '%s', body_hash, status, location, etag, body from idempotency_key where key = '%s'
            on conflict (caller, path, key) do update set body_hash = excluded.body_hash, status = excluded.status,
                location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = now()
            """;

    private String key;
    private String applicant;

    @BeforeEach
    void ownKeyAndApplicant() {
        key = UUID.randomUUID().toString();
        applicant = organisation(OrganisationKind.MUNICIPALITY);
    }

    @Test
    void checkTakesNoKey() {
        var application = APPLICATIONS + "/" + draft(applicant, whole(scheme(programme(), "")));
        var submission = application + "/submission";
        post(applicant, submission + "-check").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        post(applicant, submission + "-check").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        grantee(applicant).get(application).then().body("status", equalTo("DRAFT"));
        post(applicant, submission).then().statusCode(200).body("status", equalTo("SUBMITTED"));
        post(applicant, submission).then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void saysHowLongTooLongKeyIs() {
        key = "k".repeat(201);
        post(applicant, APPLICATIONS)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_LONG"))
                .body("violations[0].parameters.max", equalTo(200))
                .body("violations[0].detail", equalTo("A key has at most 200 characters, and this one has 201."));
    }

    @Test
    void keysAreScopedByOrganisation() {
        var other = organisation(OrganisationKind.MUNICIPALITY);
        var first =
                post(applicant, APPLICATIONS).then().statusCode(201).extract().<String>path("id");
        var second = post(other, APPLICATIONS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("organisationId", equalTo(other))
                .body("id", not(first))
                .extract()
                .<String>path("id");
        replayed(applicant, first);
        replayed(other, second);
        replayed(applicant, first);
    }

    @Test
    void deletesKeysOfBothOrganisationsAfterDay() throws SQLException {
        var other = organisation(OrganisationKind.MUNICIPALITY);
        var first =
                post(applicant, APPLICATIONS).then().statusCode(201).extract().<String>path("id");
        var second = post(other, APPLICATIONS).then().statusCode(201).extract().<String>path("id");
        execute("update idempotency_key set created_at = now() - interval '25 hours' where key = '" + key + "'");
        // In the other order, so that each finds the other's row in its place.
        var secondAgain = post(other, APPLICATIONS).then().statusCode(201).body("id", not(second));
        var firstAgain = post(applicant, APPLICATIONS).then().statusCode(201).body("id", not(first));
        replayed(other, secondAgain.extract().path("id"));
        replayed(applicant, firstAgain.extract().path("id"));
    }

    @Test
    void lastReleaseReplaysNewKeys() throws SQLException {
        post(applicant, APPLICATIONS).then().statusCode(201);
        assertTrue(holds("select count(*) = 1 from idempotency_key where caller = 'test-subject' and path = '"
                + APPLICATIONS + "' and key = '" + key + "'"));
    }

    @Test
    void replaysKeysOfLastRelease() throws SQLException {
        var first =
                post(applicant, APPLICATIONS).then().statusCode(201).extract().<String>path("id");
        asStoredByLastRelease();
        replayed(applicant, first);
        // Not to another organisation, which has not asked yet.
        var other = organisation(OrganisationKind.MUNICIPALITY);
        var second = post(other, APPLICATIONS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .<String>path("id");
        replayed(other, second);
        replayed(applicant, first);
    }

    @Test
    void rejectsKeysFromBeforeMigration() throws SQLException {
        post(applicant, APPLICATIONS).then().statusCode(201);
        asStoredByLastRelease();
        execute("update idempotency_key set organisation = null where key = '" + key + "'");
        post(applicant, APPLICATIONS).then().statusCode(422);
        grantee(applicant).get(APPLICATIONS).then().body("total.value", equalTo(1));
    }

    /** In release 0.1.0 the check was a query of the submission, and the query was not compared. */
    @Test
    void checkByLastReleaseIsNotReplayedAsSubmission() throws SQLException {
        var application = APPLICATIONS + "/" + draft(applicant, whole(scheme(programme(), "")));
        post(applicant, APPLICATIONS).then().statusCode(201);
        var ofNoBody = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945";
        execute("update idempotency_key set path = '" + application + "/submission', body_hash = '" + ofNoBody
                + "', status = 200, location = null, etag = null where key = '" + key + "'");
        asStoredByLastRelease();
        post(applicant, application + "/submission").then().statusCode(422);
        grantee(applicant).get(application).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void requestHandledByLastReleaseIsInProgress() throws SQLException {
        try (var lastRelease = AuditDatabase.asApplication()) {
            lastRelease.setAutoCommit(false);
            lastRelease
                    .createStatement()
                    .execute("select pg_try_advisory_xact_lock(hashtextextended('test-subject' || chr(10) || '"
                            + APPLICATIONS + "' || chr(10) || '" + key + "', 0))");
            post(applicant, APPLICATIONS)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/v1/problems/request-in-progress"));
            lastRelease.rollback();
        }
        post(applicant, APPLICATIONS).then().statusCode(201);
    }

    /** Stores the answer of the key under another one, which is the key from here on. */
    private void asStoredByLastRelease() throws SQLException {
        var answered = key;
        key = UUID.randomUUID().toString();
        try (var connection = AuditDatabase.asApplication();
                var statement = connection.createStatement()) {
            var role = connection.getMetaData().getUserName();
            statement.execute(STORED_BY_0_1_0.formatted(role, applicant, key, answered));
        }
        assertTrue(holds("select method is null and organisation = '" + applicant
                + "' from idempotency_key where key = '" + key + "'"));
    }

    private void replayed(String organisation, String id) {
        post(organisation, APPLICATIONS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(id));
    }

    /** A draft of nothing, or a step without a body. */
    private Response post(String organisation, String path) {
        var request = grantee(organisation).urlEncodingEnabled(false).header("Idempotency-Key", key);
        return path.equals(APPLICATIONS) ? request.body("{}").post(path) : request.post(path);
    }
}
