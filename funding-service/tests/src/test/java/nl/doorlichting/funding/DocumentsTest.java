package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.files.TestDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@FundingServiceTest
class DocumentsTest {
    private static final byte[] PDF = TestDocuments.of(DocumentFormat.PDF);

    @Inject
    DataSource database;

    private String owner;
    private String documents;

    @BeforeEach
    void application() throws SQLException {
        owner = "ORG-" + UUID.randomUUID().toString().substring(0, 8);
        officer()
                .body("{\"number\":\"%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\"}".formatted(owner))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        documents = "/v1/applications/" + application(owner, "DRAFT") + "/documents";
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void returnsContentAsSent(DocumentFormat format) {
        var content = TestDocuments.of(format);
        var made = upload(
                        grantee(owner), "Plan van aanpak\u00e9." + format.name().toLowerCase(), content)
                .then()
                .statusCode(201)
                .body("mediaType", equalTo(format.mediaType()))
                .body("bytes", equalTo(content.length))
                .body("sha256", equalTo(sha256(content)))
                .body("category", equalTo("APPLICATION"))
                .body("awardId", nullValue())
                .extract();
        var location = made.header("Location");
        assertEquals(location + "/content", made.path("content"));
        as(Role.CONTROLLER).get(location).then().statusCode(200).header("ETag", made.header("ETag"));
        var download = as(Role.ANALYST)
                .accept(ContentType.ANY)
                .get(location + "/content")
                .then()
                .statusCode(200)
                .contentType(format.mediaType())
                .header("Content-Disposition", startsWith("attachment; filename=\"Plan van aanpak_."))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", String.valueOf(content.length));
        assertArrayEquals(content, download.extract().asByteArray());
    }

    @Test
    void returnsLargeDocumentWhole() {
        var content = Arrays.copyOf(PDF, 20 << 20);
        for (int i = PDF.length; i < content.length; i += 4_099) {
            content[i] = (byte) i;
        }
        var location = upload(grantee(owner), "a.pdf", content)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        assertArrayEquals(
                content,
                officer().accept(ContentType.ANY).get(location + "/content").asByteArray());
        upload(grantee(owner), "a.pdf", Arrays.copyOf(content, content.length + 1))
                .then()
                .statusCode(413)
                .body("type", endsWith("/payload-too-large"));
        grantee(owner).get(documents).then().body("items", hasSize(1));
    }

    @Test
    void applicantRemovesDocumentFromDraft() {
        var location = upload(grantee(owner), "a.pdf", PDF)
                .then()
                .statusCode(201)
                .body("allowedActions", contains("removal"))
                .extract()
                .header("Location");
        grantee("ANOTHER").post(location + "/removal").then().statusCode(404);
        grantee(owner)
                .post(location + "/removal")
                .then()
                .statusCode(200)
                .body("removedAt", notNullValue())
                .body("allowedActions", hasSize(0));
        for (var path : new String[] {location, location + "/content"}) {
            officer().accept(ContentType.ANY).get(path).then().statusCode(404);
        }
        officer().get(documents).then().body("items", hasSize(0));
        grantee(owner).post(location + "/removal").then().statusCode(404);
    }

    @Test
    void submittedApplicationKeepsItsDocuments() {
        var applicant = Api.organisation(OrganisationKind.NON_PROFIT);
        var id = ApplicationRequests.draft(
                applicant, ApplicationRequests.whole(ApplicationRequests.scheme(Api.programme(), "")));
        var location = grantee(applicant)
                .contentType("multipart/form-data")
                .multiPart("file", "a.pdf", PDF, "application/pdf")
                .post("/v1/applications/" + id + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        ApplicationRequests.submit(applicant, id).then().statusCode(200);
        grantee(applicant).post(location + "/removal").then().statusCode(409).body("type", endsWith("/invalid-state"));
        grantee(applicant).get(location).then().statusCode(200).body("allowedActions", hasSize(0));
        ApplicationRequests.step(
                        id,
                        "completion-request",
                        "{\"missing\":\"The budget\",\"deadline\":\""
                                + LocalDate.now().plusDays(9) + "\"}")
                .then()
                .statusCode(200);
        grantee(applicant).post(location + "/removal").then().statusCode(409);
        var later = grantee(applicant)
                .contentType("multipart/form-data")
                .multiPart("file", "b.pdf", PDF, "application/pdf")
                .post("/v1/applications/" + id + "/documents")
                .then()
                .statusCode(201)
                .body("allowedActions", contains("removal"))
                .extract()
                .header("Location");
        grantee(applicant).post(later + "/removal").then().statusCode(200);
    }

    @Test
    void showsDocumentsToCallersThatSeeApplication() {
        var location = upload(grantee(owner), "a.pdf", PDF)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (var path : new String[] {documents, location, location + "/content"}) {
            grantee(owner).accept(ContentType.ANY).get(path).then().statusCode(200);
            grantee("ANOTHER").accept(ContentType.ANY).get(path).then().statusCode(404);
            as(Role.TRAINER).accept(ContentType.ANY).get(path).then().statusCode(403);
            Api.anonymous().accept(ContentType.ANY).get(path).then().statusCode(401);
        }
        upload(grantee("ANOTHER"), "a.pdf", PDF).then().statusCode(404);
        upload(officer(), "a.pdf", PDF).then().statusCode(403);
        upload(as(Role.ANALYST), "a.pdf", PDF).then().statusCode(403);
    }

    @Test
    void returnsNotFoundUnderOtherParent() throws SQLException {
        var location = upload(grantee(owner), "a.pdf", PDF)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var other = "/v1/applications/" + application(owner, "DRAFT") + "/documents";
        grantee(owner).get(location.replace(documents, other)).then().statusCode(404);
        grantee(owner).get(other).then().statusCode(200).body("items", empty());
        var nowhere = "/v1/applications/" + UUID.randomUUID() + "/documents";
        grantee(owner).get(nowhere).then().statusCode(404);
        grantee(owner).get(documents + "?category=APPLICATION").then().body("items", hasSize(1));
        grantee(owner).get(documents + "?category=AWARD").then().body("items", empty());
    }

    @Test
    void rejectsOtherContentAndStoresNothing() {
        upload(grantee(owner), "a.pdf", "<html>".getBytes())
                .then()
                .statusCode(415)
                .body("allowed", equalTo(DocumentFormat.mediaTypes()));
        grantee(owner)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "a.pdf", PDF, "application/pdf")
                .multiPart("category", "SETTLEMENT")
                .post(documents)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/category"));
        grantee(owner)
                .contentType(ContentType.MULTIPART)
                .multiPart("category", "FOO")
                .multiPart("sha256", "zz")
                .multiPart("description", "d".repeat(2001))
                .post(documents)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/category", "/description", "/file", "/sha256"))
                .body("violations[0].code", equalTo("UNKNOWN_VALUE"))
                .body("violations[0].parameters.allowed", contains("APPLICATION"));
        grantee(owner).body("{}").post(documents).then().statusCode(415);
        upload(grantee(owner), "a.odt", TestDocuments.truncated()).then().statusCode(415);
        upload(grantee(owner), "a.odt", TestDocuments.understated()).then().statusCode(415);
        grantee(owner).get(documents).then().body("items", empty());
    }

    @Test
    void rejectsDocumentOfDecidedApplication() throws SQLException {
        documents = "/v1/applications/" + application(owner, "WITHDRAWN") + "/documents";
        upload(grantee(owner), "a.pdf", PDF).then().statusCode(409).body("allowed", empty());
    }

    @Test
    void acceptsCategoriesByRole() throws SQLException {
        documents = "/v1/awards/" + award(owner) + "/documents";
        upload(grantee(owner), "account.pdf", PDF)
                .then()
                .statusCode(201)
                .body("category", equalTo("ACCOUNTABILITY"))
                .body("applicationId", nullValue());
        upload(officer(), "decision.pdf", PDF).then().statusCode(201).body("category", equalTo("AWARD"));
        upload(officer().multiPart("category", "SETTLEMENT"), "settled.pdf", PDF)
                .then()
                .statusCode(201)
                .body("category", equalTo("SETTLEMENT"));
        upload(grantee(owner).multiPart("category", "SETTLEMENT"), "a.pdf", PDF)
                .then()
                .statusCode(403);
        upload(as(Role.CONTROLLER), "a.pdf", PDF).then().statusCode(403);
        grantee(owner).get(documents).then().body("items", hasSize(3));
        grantee(owner).get(documents + "?category=SETTLEMENT").then().body("items.fileName", contains("settled.pdf"));
        grantee("ANOTHER").get(documents).then().statusCode(404);
        officer().get(documents + "/csv").then().statusCode(200);
    }

    @Test
    void rejectsTooManyDocuments() throws Exception {
        stored(documents, 49, 1);
        assertEquals(List.of(201, 409, 409, 409, 409, 409), uploadedAtOnce(6));
        grantee(owner).get(documents).then().body("total.value", equalTo(50));
        upload(grantee(owner), "a.pdf", PDF)
                .then()
                .statusCode(409)
                .body("type", endsWith("/document-quota-exceeded"))
                .body("limit.documents", equalTo(50))
                .body("limit.bytes", equalTo(200 << 20))
                .body("stored.documents", equalTo(50))
                .body("stored.bytes", equalTo(49 + PDF.length));
        documents = "/v1/applications/" + application(owner, "DRAFT") + "/documents";
        upload(grantee(owner), "a.pdf", PDF).then().statusCode(201);
    }

    @Test
    void rejectsTooManyBytes() throws Exception {
        documents = "/v1/awards/" + award(owner) + "/documents";
        stored(documents, 9, 20 << 20);
        stored(documents, 1, (20 << 20) - PDF.length);
        assertEquals(List.of(201, 409, 409, 409, 409, 409), uploadedAtOnce(6));
        upload(officer(), "a.pdf", PDF)
                .then()
                .statusCode(409)
                .body("stored.documents", equalTo(11))
                .body("stored.bytes", equalTo(200 << 20));
    }

    private List<Integer> uploadedAtOnce(int uploads) throws Exception {
        var callers = Executors.newFixedThreadPool(uploads);
        try {
            Callable<Integer> one = () -> upload(grantee(owner), "a.pdf", PDF).statusCode();
            var statuses = new ArrayList<Integer>();
            for (var answer : callers.invokeAll(Collections.nCopies(uploads, one))) {
                statuses.add(answer.get());
            }
            Collections.sort(statuses);
            return statuses;
        } finally {
            callers.shutdownNow();
        }
    }

    /** Documents that are there already. Their content is not read. */
    private void stored(String path, int count, int bytes) throws SQLException {
        var parent = path.split("/")[3];
        var isAward = path.startsWith("/v1/awards");
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                    insert into document (id, application_id, award_id, organisation_id, category, file_name,
                        media_type, bytes, sha256, created_at, created_by, version)
                    select gen_random_uuid(), ?::uuid, ?::uuid, ?, ?, 'a.pdf', 'application/pdf', ?, repeat('0', 64), now(),
                        'test', 0 from generate_series(1, ?)\
                    """)) {
            insert.setString(1, isAward ? null : parent);
            insert.setString(2, isAward ? parent : null);
            insert.setString(3, owner);
            insert.setString(4, isAward ? "AWARD" : "APPLICATION");
            insert.setLong(5, bytes);
            insert.setInt(6, count);
            insert.executeUpdate();
        }
    }

    private String award(String organisation) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                    insert into award (id, programme, funding_instrument, number, organisation_id, title, status,
                        currency, amount, reserved, disbursed, reclaimed, purpose, year, decided_on, decided_by,
                        period_from, period_until, partner_municipalities, created_at, created_by, version)
                    values (?::uuid, ?, 'SUBSIDY', ?, ?, 'award', 'GRANTED', 'EUR', 100, 0, 0, 0, 'PROJECT', 2010,
                        current_date, 'x', '2010-01-01', '2011-01-01', '{}', now(), 'x', 0)\
                    """)) {
            insert.setString(1, id);
            insert.setString(2, Api.programme());
            insert.setString(3, id);
            insert.setString(4, organisation);
            insert.executeUpdate();
        }
        return id;
    }

    @Test
    void storesRepeatedUploadOnce() {
        var first = keyed("k1", PDF).then().statusCode(201).extract();
        keyed("k1", PDF)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"));
        keyed("k1", TestDocuments.of(DocumentFormat.PNG)).then().statusCode(422);
        keyed("k2", PDF).then().statusCode(201).header("Location", not(first.header("Location")));
        grantee(owner).get(documents).then().body("items", hasSize(2));
    }

    private Response keyed(String key, byte[] content) {
        return upload(grantee(owner).header("Idempotency-Key", key), "a.pdf", content);
    }

    private Response upload(RequestSpecification caller, String name, byte[] content) {
        return caller.contentType(ContentType.MULTIPART)
                // As a stream, because rest-assured writes the bytes of an array as text for its log.
                .multiPart("file", name, new ByteArrayInputStream(content), "application/octet-stream")
                .multiPart("sha256", sha256(content))
                .post(documents);
    }

    private String application(String organisation, String status) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                    insert into application (id, organisation_id, status, total_cost, created_at, created_by, version)
                    values (?, ?, ?, 0, now(), 'test', 0)\
                    """)) {
            insert.setObject(1, id);
            insert.setString(2, organisation);
            insert.setString(3, status);
            insert.executeUpdate();
        }
        return id.toString();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
