package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.files.TestDocuments;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class InventoryReportDocumentTest {
    private static final byte[] PDF = TestDocuments.of(DocumentFormat.PDF);

    @Inject
    DataSource database;

    private String report;
    private String documents;

    @BeforeEach
    void report() {
        report = Api.begin(Report.of("documents", null).without("roundId").about(UUID.randomUUID(), "GM0988"));
        documents = report + "/documents";
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void returnsStoredContentUnchanged(DocumentFormat format) {
        var content = TestDocuments.of(format);
        var path = upload(Api.researcher(), content)
                .statusCode(201)
                .body("mediaType", equalTo(format.mediaType()))
                .body("bytes", equalTo(content.length))
                .extract()
                .header("Location");
        var download = Api.analyst()
                .accept(ContentType.ANY)
                .get(path + "/content")
                .then()
                .statusCode(200)
                .contentType(format.mediaType())
                .header("Content-Disposition", startsWith("attachment; filename="));
        assertArrayEquals(content, download.extract().asByteArray());
        Api.reviewer().get(documents).then().body("items.content", contains(path + "/content"));
    }

    @Test
    void showsDocumentToCallersThatSeeReport() {
        var path = upload(Api.researcher(), PDF).statusCode(201).extract().header("Location");
        Api.grantee("GM0988").get(path).then().statusCode(200);
        for (var one : new String[] {documents, path, path + "/content"}) {
            Api.grantee("GM0518").accept(ContentType.ANY).get(one).then().statusCode(404);
            Api.anonymous().accept(ContentType.ANY).get(one).then().statusCode(401);
        }
        var other = Api.begin(Report.of("documents", null).without("roundId"));
        Api.analyst()
                .get(other + path.substring(path.indexOf("/documents")))
                .then()
                .statusCode(404);
    }

    @Test
    void rejectsDocumentUnlessReportIsOpen() {
        upload(Api.researcher(), PDF).statusCode(201);
        Api.take(report, "submission");
        upload(Api.researcher(), PDF).statusCode(409).body("allowed", contains("return", "approval", "withdrawal"));
        Api.take(report, "approval", "publication");
        upload(Api.researcher(), PDF).statusCode(409).body("allowed", contains("corrections", "withdrawal"));
        Api.analyst().get(documents).then().body("items", hasSize(1));
    }

    @Test
    void detectsFormatFromContent() {
        upload(Api.researcher(), "just text".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        upload(Api.researcher(), TestDocuments.truncated()).statusCode(415);
        upload(Api.researcher(), TestDocuments.understated()).statusCode(415);
        Api.analyst().get(documents).then().body("items", empty());
    }

    @Test
    void rejectsDocumentsAboveQuota() throws Exception {
        stored(49, 1);
        assertEquals(List.of(201, 409, 409, 409, 409, 409), uploadedAtOnce(6));
        upload(Api.researcher(), PDF)
                .statusCode(409)
                .body("type", endsWith("/document-quota-exceeded"))
                .body("limit.documents", equalTo(50))
                .body("limit.bytes", equalTo(200 << 20))
                .body("stored.documents", equalTo(50))
                .body("stored.bytes", equalTo(49 + PDF.length));
    }

    @Test
    void rejectsBytesAboveQuota() throws Exception {
        stored(9, 20 << 20);
        stored(1, (20 << 20) - PDF.length);
        assertEquals(List.of(201, 409, 409, 409, 409, 409), uploadedAtOnce(6));
        upload(Api.researcher(), PDF).statusCode(409).body("stored.bytes", equalTo(200 << 20));
    }

    private List<Integer> uploadedAtOnce(int uploads) throws Exception {
        var callers = Executors.newFixedThreadPool(uploads);
        try {
            Callable<Integer> one =
                    () -> upload(Api.researcher(), PDF).extract().statusCode();
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

    /** Stored documents without content. */
    private void stored(int count, int bytes) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                    insert into document (id, report_id, file_name, media_type, bytes, sha256, created_at, created_by,
                        version)
                    select gen_random_uuid(), ?::uuid, 'a.pdf', 'application/pdf', ?, repeat('0', 64), now(), 'test', 0
                    from generate_series(1, ?)\
                    """)) {
            insert.setString(1, report.substring(report.lastIndexOf('/') + 1));
            insert.setLong(2, bytes);
            insert.setInt(3, count);
            insert.executeUpdate();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "ANALYST", "GRANTEE", "STATISTICS_CLIENT"})
    void onlyResearchersAddDocuments(String role) {
        upload(Api.as(TestIssuer.token(role)), PDF).statusCode(403);
    }

    private ValidatableResponse upload(RequestSpecification caller, byte[] content) {
        return caller.contentType(ContentType.MULTIPART)
                .multiPart("file", "report.pdf", content, "application/octet-stream")
                .multiPart("description", "the report as it was sent")
                .post(documents)
                .then();
    }
}
