package nl.doorlichting.platform.testing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.Confidentiality;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.http.RawHttp;
import org.junit.jupiter.api.DynamicTest;

/**
 * Requests whose end or host two readers could understand differently (request smuggling, RFC 9112, 11.2). Each gets a
 * 400 and ends its connection, so that no following byte is read as a request.
 */
final class AmbiguousRequests {
    private static final String HOST = "Host: localhost\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final String TRACE = "5ec0d0000000000000000000000000aa";
    private static final String SECOND =
            "GET /v1/second HTTP/1.1\r\n" + HOST + "traceparent: 00-" + TRACE + "-00000000000000aa-01\r\n\r\n";

    private static final String LAST = "GET /v1/last HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private record Ambiguous(String version, String headers, String body) {
        Ambiguous(String headers) {
            this("HTTP/1.1", headers, "");
        }

        Ambiguous(String headers, String body) {
            this("HTTP/1.1", headers, body);
        }

        String to(String operation) {
            return operation + " " + version + "\r\n" + headers + "\r\n" + body;
        }
    }

    private static final List<Ambiguous> ALL = List.of(
            new Ambiguous(HOST + "Transfer-Encoding: xchunked\r\n"),
            new Ambiguous(HOST + "Transfer-Encoding: identity\r\n"),
            new Ambiguous(HOST + "Transfer-Encoding: \r\n"),
            new Ambiguous(HOST + "Transfer-Encoding: \"chunked\"\r\n"),
            new Ambiguous(HOST + "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n", "hello"),
            new Ambiguous(HOST + "Transfer-Encoding: gzip, chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding: chunked, gzip\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding: chunked, chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", LAST_CHUNK),
            new Ambiguous("HTTP/1.0", HOST + "Transfer-Encoding: chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Transfer-Encoding : chunked\r\n", LAST_CHUNK),
            new Ambiguous(HOST + "Content-Length: 5\r\nContent-Length: 6\r\n", "hello"),
            new Ambiguous(HOST + "Content-Length: 5, 6\r\n", "hello"),
            new Ambiguous(HOST + "Content-Length: +5\r\n", "hello"),
            new Ambiguous(HOST + "Content-Length: five\r\n"),
            new Ambiguous(HOST + "Host: elsewhere.example\r\n"),
            new Ambiguous(HOST + HOST),
            new Ambiguous("Host: a/b\r\n"),
            new Ambiguous("Host: \r\n"),
            new Ambiguous(""));

    private AmbiguousRequests() {}

    static Stream<DynamicTest> ofApplication() {
        var refused = Stream.of("GET /v1/no-such-path", "OPTIONS *", "GET http://elsewhere.example", firstWrite())
                .flatMap(operation -> ALL.stream()
                        .map(ambiguous -> DynamicTest.dynamicTest(
                                operation + " " + ambiguous.headers().replace("\r\n", " | "),
                                () -> verifyRefused(ambiguous.to(operation)))));
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "a second request is carried out", AmbiguousRequests::verifyCarriedOut)),
                refused);
    }

    // A path that the gateway forwards.
    private static String firstWrite() {
        return OpenApiContract.ofApplication().operations().stream()
                .filter(operation -> operation.startsWith("POST "))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000001");
    }

    /** Shows that the server accepts several requests on a connection and logs them, so that the tests below can fail. */
    private static void verifyCarriedOut() {
        var first = "GET /v1/no-such-path HTTP/1.1\r\n" + HOST + "\r\n";
        var log = Confidentiality.captureLog(
                () -> assertEquals(List.of(401, 401, 401), RawHttp.statuses(first + SECOND + LAST)));
        assertTrue(isCarriedOut(log), () -> "not carried out: " + log);
    }

    private static void verifyRefused(String request) {
        var log = Confidentiality.captureLog(() -> {
            assertEquals(List.of(400), RawHttp.statuses(request + SECOND));
            // The second request would be handled before a later one is answered.
            assertEquals(List.of(401), RawHttp.statuses(LAST));
        });
        assertFalse(isCarriedOut(log), () -> "carried out: " + log);
    }

    private static boolean isCarriedOut(List<String> log) {
        return log.stream().anyMatch(line -> line.contains(TRACE));
    }
}
