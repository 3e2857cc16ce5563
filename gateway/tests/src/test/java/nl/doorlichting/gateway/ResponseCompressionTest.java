package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ResponseCompressionTest {
    private static final String DOCUMENT = "/v1/openapi.json";
    private static final String LIST = "/v1/releases";
    private static final String FILE = "/v1/releases/01938f5a-0000-7000-8000-0000000000aa/file";
    private static final String LARGE = "{\"text\":\"" + "x".repeat(100_000) + "\"}";

    UpstreamStubs services;

    @TestHTTPResource
    URI gateway;

    @BeforeEach
    void forgetResponses() {
        services.forgetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {DOCUMENT, "/docs/scalar.js"})
    void compressesLargeFiles(String path) throws Exception {
        var plain = get(path);
        var zipped = get(path, "Accept-Encoding", "gzip, deflate");
        assertEquals(Optional.empty(), header(plain, "Content-Encoding"));
        assertEquals(Optional.of("gzip"), header(zipped, "Content-Encoding"));
        assertArrayEquals(plain.body(), unzipped(zipped));
        assertTrue(zipped.body().length * 3 < plain.body().length, () -> "zipped " + zipped.body().length);
        for (var answer : new HttpResponse<?>[] {plain, zipped}) {
            assertTrue(String.join(",", answer.headers().allValues("Vary")).contains("accept-encoding"));
        }
    }

    /** The bytes of the two differ, so a strong ETag is good for one of them only. */
    @Test
    void weakensEtagOfCompressedAnswer() throws Exception {
        var strong = header(get(DOCUMENT), "ETag").orElseThrow();
        var weak = header(get(DOCUMENT, "Accept-Encoding", "gzip"), "ETag").orElseThrow();
        assertEquals("W/" + strong, weak);
        var known = get(DOCUMENT, "Accept-Encoding", "gzip", "If-None-Match", weak);
        assertEquals(304, known.statusCode());
        assertEquals(Optional.of(weak), header(known, "ETag"));
        assertEquals(0, known.body().length);
        assertEquals(Optional.of(strong), header(get(DOCUMENT, "If-None-Match", strong), "ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"identity", "br", "gzip;q=0", "gzip; q=0.0", "deflate, gzip;q=0.00", "''"})
    void sendsPlainBytesToOtherClients(String accepted) throws Exception {
        var answer = get(DOCUMENT, "Accept-Encoding", accepted);
        assertEquals(Optional.empty(), header(answer, "Content-Encoding"));
        assertEquals('{', answer.body()[0]);
        assertEquals(header(get(DOCUMENT), "ETag"), header(answer, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "gzip;q=1.0"})
    void compressesForwardedList(String accepted) throws Exception {
        services.reporting().stubFor(any(anyUrl()).willReturn(okJson(LARGE).withHeader("ETag", "\"1\"")));
        var answer = get(LIST, "Accept-Encoding", accepted);
        assertEquals(Optional.of("gzip"), header(answer, "Content-Encoding"));
        assertEquals(Optional.of("W/\"1\""), header(answer, "ETag"));
        assertEquals(LARGE, new String(unzipped(answer), StandardCharsets.UTF_8));
        services.reporting()
                .verify(getRequestedFor(urlEqualTo(LIST)).withHeader("Accept-Encoding", equalTo("identity")));
    }

    /** A change needs a strong ETag. */
    @Test
    void leavesRecordThatCanBeChanged() throws Exception {
        services.funding().stubFor(any(anyUrl()).willReturn(okJson(LARGE).withHeader("ETag", "\"1\"")));
        var answer = get("/v1/projects/01938f5a-0000-7000-8000-0000000000aa", "Accept-Encoding", "gzip");
        assertEquals(Optional.empty(), header(answer, "Content-Encoding"));
        assertEquals(Optional.of("\"1\""), header(answer, "ETag"));
    }

    /** The next change of the record names the ETag of this answer. */
    @Test
    void leavesAnswersOfWrites() throws Exception {
        services.reporting().stubFor(any(anyUrl()).willReturn(okJson(LARGE).withHeader("ETag", "\"1\"")));
        var answer = send(
                "POST",
                "/v1/inventory-reports/01938f5a-0000-7000-8000-0000000000aa/submission",
                "Accept-Encoding",
                "gzip");
        assertEquals(200, answer.statusCode());
        assertEquals(Optional.empty(), header(answer, "Content-Encoding"));
        assertEquals(Optional.of("\"1\""), header(answer, "ETag"));
    }

    @Test
    void leavesSmallAnswers() throws Exception {
        services.reporting()
                .stubFor(any(anyUrl())
                        .willReturn(
                                okJson("{}").withHeader("Content-Length", "2").withHeader("ETag", "\"1\"")));
        var answer = get(LIST, "Accept-Encoding", "gzip");
        assertEquals(Optional.empty(), header(answer, "Content-Encoding"));
        assertEquals(Optional.of("\"1\""), header(answer, "ETag"));
        assertEquals(Optional.of("2"), header(answer, "Content-Length"));
    }

    /** Its checksum is over these bytes, and a client that goes on with a broken download needs the length. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void leavesFilesWithTheirLength(String method) throws Exception {
        services.reporting()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withHeader("Content-Disposition", "attachment; filename=\"a.json\"")
                                .withHeader("Content-Length", String.valueOf(LARGE.length()))
                                .withHeader("ETag", "\"1\"")
                                .withBody(LARGE)));
        var answer = send(method, FILE, "Accept-Encoding", "gzip");
        assertEquals(200, answer.statusCode());
        assertEquals(Optional.empty(), header(answer, "Content-Encoding"));
        assertEquals(Optional.of(String.valueOf(LARGE.length())), header(answer, "Content-Length"));
        assertEquals(Optional.of("\"1\""), header(answer, "ETag"));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Optional<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }
}
