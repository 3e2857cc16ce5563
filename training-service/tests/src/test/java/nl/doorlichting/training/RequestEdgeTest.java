package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.edge.RequestEdgeChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class RequestEdgeTest {
    @TestFactory
    Stream<DynamicTest> rejectsRequestsBeforeOperations() {
        return RequestEdgeChecks.ofApplication();
    }
}
