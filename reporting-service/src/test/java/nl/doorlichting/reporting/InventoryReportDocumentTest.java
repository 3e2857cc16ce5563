package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.doorlichting.kernel.document.DocumentFormat;
import nl.doorlichting.kernel.testing.PostgresResource;
import nl.doorlichting.kernel.testing.TestDocuments;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
class InventoryReportDocumentTest {
    private static final byte[] PDF = TestDocuments.of(DocumentFormat.PDF);

    private String report;
    private String documents;

    @BeforeEach
    void report() {
        report = Api.begin(Report.of("documents", null).without("roundId").about(UUID.randomUUID(), "GM0988"));
        documents = report + "/documents";
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void comesBackAsItWasSent(DocumentFormat format) {
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
    void isSeenByWhoeverSeesTheReport() {
        var path = upload(Api.researcher(), PDF).statusCode(201).extract().header("Location");
        Api.grantee("GM0988").get(path).then().statusCode(200);
        for (var one : new String[] {documents, path, path + "/content"}) {
            Api.grantee("GM0518").accept(ContentType.ANY).get(one).then().statusCode(404);
            Api.stranger().accept(ContentType.ANY).get(one).then().statusCode(401);
        }
        var other = Api.begin(Report.of("documents", null).without("roundId"));
        Api.analyst()
                .get(other + path.substring(path.indexOf("/documents")))
                .then()
                .statusCode(404);
    }

    @Test
    void isAddedWhileTheReportIsOpen() {
        upload(Api.researcher(), PDF).statusCode(201);
        Api.take(report, "submission");
        upload(Api.researcher(), PDF).statusCode(409).body("allowed", contains("return", "approval"));
        Api.take(report, "approval", "publication");
        upload(Api.researcher(), PDF).statusCode(409).body("allowed", contains("corrections"));
        Api.analyst().get(documents).then().body("items", hasSize(1));
    }

    @Test
    void isJudgedByItsContent() {
        upload(Api.researcher(), "just text".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        Api.analyst().get(documents).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "ANALYST", "GRANTEE", "STATISTICS_CLIENT"})
    void isAddedByResearchers(String role) {
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
