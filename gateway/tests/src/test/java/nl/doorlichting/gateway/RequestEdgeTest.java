package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.edge.RequestEdgeChecks;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class RequestEdgeTest {
    UpstreamStubs services;

    /** An earlier test leaves broken responses behind, which the gateway passes on as broken. */
    @BeforeEach
    void forgetResponses() {
        services.forgetAll();
    }

    @TestFactory
    Stream<DynamicTest> rejectsRequestsBeforeOperations() {
        return RequestEdgeChecks.ofApplication();
    }

    @Test
    void documentsHeadersOfEveryResponse() {
        var answer = RawHttp.send("GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertEquals(200, answer.status());
        RequestEdgeChecks.verifyHeaders(answer.headers());
    }
}
