package nl.doorlichting.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.edge.RequestEdgeChecks;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class RequestEdgeTest {
    @TestFactory
    Stream<DynamicTest> passesRequestEdgeChecks() {
        return RequestEdgeChecks.ofApplication();
    }

    /** The HTTP server itself rejects these requests, before any handler: with a status and no body. */
    @ParameterizedTest
    @CsvSource({
        "400, GARBAGE",
        "400, GET /v1/%zz HTTP/1.1\\r\\nConnection: close",
        "400, GET /v1?y=%g1 HTTP/1.1\\r\\nConnection: close",
        "414, GET /LONG HTTP/1.1",
        "431, GET / HTTP/1.1\\r\\nX: LONG",
        "400, GET / HTTP/1.1\\r\\nX Y: z"
    })
    void answersMalformedHttpWithoutBody(int status, String request) {
        var sent = request.replace("LONG", "a".repeat(70_000)).replace("\\r\\n", "\r\n") + "\r\n\r\n";
        var answer = RawHttp.send(sent);
        assertEquals(status, answer.status());
        assertEquals("", answer.body());
    }
}
