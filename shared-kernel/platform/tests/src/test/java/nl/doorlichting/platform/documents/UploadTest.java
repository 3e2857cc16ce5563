package nl.doorlichting.platform.documents;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.files.TestDocuments;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class UploadTest {
    private static final String PAPERS = "/v1/papers/1/documents";
    private static final byte[] PDF = TestDocuments.of(DocumentFormat.PDF);
    private static final String WHOLE = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n%%EOF\n\r\n--b--\r\n";

    @TestHTTPResource("/")
    URI server;

    @Test
    void breaksConnectionOfDownloadThatFailsHalfway() {
        var request = HttpRequest.newBuilder(server.resolve(PAPERS + "/broken"))
                .timeout(Duration.ofSeconds(30))
                .build();
        var failed = assertThrows(
                IOException.class,
                () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()));
        assertFalse(failed instanceof HttpTimeoutException, failed.toString());
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void detectsFormatByContent(DocumentFormat format) {
        var content = TestDocuments.of(format);
        form("../a.exe", content, "text/html")
                .multiPart("title", "t")
                .multiPart("sha256", sha256(content))
                .post(PAPERS)
                .then()
                .statusCode(200)
                .body("format", equalTo(format.name()))
                .body("bytes", equalTo(content.length))
                .body("stored", equalTo(content.length))
                .body("sha256", equalTo(sha256(content)));
    }

    @Test
    void rejectsOtherContentWithAllowedFormats() {
        form("a.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .multiPart("title", "t")
                .post(PAPERS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("allowed", equalTo(DocumentFormat.mediaTypes()))
                .body("detail", containsString("application/pdf"));
    }

    @Test
    void readsOtherPartsAsStrictlyAsJson() {
        form("a.pdf", PDF, "application/pdf")
                .multiPart("titel", "t")
                .multiPart("colour", "GREEN")
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations.code", containsInAnyOrder("UNKNOWN_FIELD", "UNKNOWN_VALUE", "REQUIRED"))
                .body("violations.pointer", containsInAnyOrder("/titel", "/colour", "/title"));
    }

    @Test
    void rejectsOtherChecksum() {
        form("a.pdf", PDF, "application/pdf")
                .multiPart("title", "t")
                .multiPart("sha256", sha256(new byte[0]))
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/sha256"))
                .body("violations[0].parameters.sha256", equalTo(sha256(PDF)));
    }

    @Test
    void rejectsTextThatIsNoChecksum() {
        form("a.pdf", PDF, "application/pdf")
                .multiPart("title", "t")
                .multiPart("sha256", "zz")
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/sha256"))
                .body("violations[0].code", equalTo("WRONG_FORMAT"))
                .body("violations[0].detail", equalTo("A SHA-256 has 64 hexadecimal digits."));
    }

    @Test
    void reportsFileChecksumAndFieldsTogether() {
        analyst()
                .multiPart("colour", "GREEN")
                .multiPart("title", "longer than ten")
                .multiPart("sha256", "zz")
                .post(PAPERS + "?unknown=1")
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.name ?: it.pointer }",
                        contains("unknown", "/colour", "/file", "/sha256", "/title"));
        form("a.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/file", "/title"))
                .body("violations[0].parameters.allowed", equalTo(DocumentFormat.mediaTypes()));
    }

    @Test
    void rejectsFormWithoutFile() {
        analyst()
                .multiPart("title", "t")
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/file"));
        form("a.pdf", new byte[0], "application/pdf").post(PAPERS).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form",
                "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt",
                "--b\r\nContent-Disposition: form-data\r\n\r\nt\r\n--b--\r\n",
                "--b\r\n: x\r\n\r\nt\r\n--b--\r\n"
            })
    void rejectsBrokenForm(String body) {
        analyst()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PAPERS)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary= ",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=<b>",
                "multipart/form-data; boundary=\u00e9",
                "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void rejectsInvalidBoundary(String contentType) {
        var answer = rawForm("Content-Type: " + contentType + "\r\n", WHOLE);
        assertEquals(400, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.headers().get("content-type"));
    }

    @Test
    void rejectsFormWithoutContentType() {
        assertEquals(415, rawForm("", WHOLE).status());
        assertEquals(415, rawForm("Content-Type: \r\n", WHOLE).status());
        assertEquals(415, rawForm("Content-Type: text/plain\r\n", WHOLE).status());
        assertEquals(
                415,
                rawForm("Content-Type: multipart/mixed; boundary=b\r\n", WHOLE).status());
        assertEquals(
                200,
                rawForm("Content-Type: multipart/form-data; boundary=b\r\n", WHOLE)
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename*=UTF-8''%",
                "filename*=UTF-8''%zz",
                "filename*=nonsense''a",
                "filename*=",
                "filename=",
                "filename=\"",
                "name="
            })
    void acceptsUnreadableFileName(String fileName) {
        var answer = rawForm(
                "Content-Type: multipart/form-data; boundary=b\r\n", WHOLE.replace("filename=\"a.pdf\"", fileName));
        assertTrue(answer.status() == 200 || answer.status() == 400, answer.status() + answer.body());
    }

    private static RawHttp.RawAnswer rawForm(String contentType, String body) {
        return RawHttp.send("POST " + PAPERS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestIssuer.token(Role.AUDITOR) + "\r\n" + contentType + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    @Test
    void acceptsLargestDocumentAndRejectsOneByteMore() throws Exception {
        assertEquals(
                200,
                send(BodyPublisher.DECLARED, pdf(DocumentContent.MAXIMUM_BYTES)).statusCode());
        assertEquals(
                200,
                send(BodyPublisher.CHUNKED, pdf(DocumentContent.MAXIMUM_BYTES)).statusCode());
        for (var how : BodyPublisher.values()) {
            assertTooLarge(send(how, pdf(DocumentContent.MAXIMUM_BYTES + 1)));
            assertTooLarge(send(how, pdf(3 * DocumentContent.MAXIMUM_BYTES)));
        }
    }

    @Test
    void limitsChunkedBodyOnEveryPath() throws Exception {
        var body = ("{\"name\":\"" + "a".repeat(3 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertTooLarge(sendTo("v1/things", "application/json", BodyPublisher.CHUNKED.of(body)));
        assertTooLarge(sendTo("v1/things", "application/json", BodyPublisher.DECLARED.of(body)));
        var small = "{\"name\":\"a\",\"size\":1}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                201,
                sendTo("v1/things", "application/json", BodyPublisher.CHUNKED.of(small))
                        .statusCode());
    }

    private enum BodyPublisher {
        DECLARED,
        CHUNKED;

        HttpRequest.BodyPublisher of(byte[] body) {
            return this == DECLARED
                    ? HttpRequest.BodyPublishers.ofByteArray(body)
                    : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("/v1/problems/payload-too-large"), answer.body());
    }

    private HttpResponse<String> send(BodyPublisher how, byte[] file) throws Exception {
        var head = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
        var body = concatenated(head.getBytes(StandardCharsets.UTF_8), file, "\r\n--b--\r\n".getBytes());
        return sendTo(PAPERS.substring(1), "multipart/form-data; boundary=b", how.of(body));
    }

    private HttpResponse<String> sendTo(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.AUDITOR))
                .header("Content-Type", type)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] concatenated(byte[] first, byte[] second, byte[] third) throws IOException {
        InputStream all = new ByteArrayInputStream(first);
        for (var part : new byte[][] {second, third}) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(part));
        }
        return all.readAllBytes();
    }

    private static byte[] pdf(long bytes) {
        return Arrays.copyOf(PDF, (int) bytes);
    }

    private static RequestSpecification form(String name, byte[] content, String type) {
        return analyst().multiPart("file", name, content, type);
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(TestIssuer.token(Role.AUDITOR));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
