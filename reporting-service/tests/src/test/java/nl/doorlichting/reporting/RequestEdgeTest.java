package nl.doorlichting.reporting;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.edge.RequestEdgeChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@ReportingServiceTest
class RequestEdgeTest {
    @TestFactory
    Stream<DynamicTest> rejectsRequestsBeforeOperations() {
        return RequestEdgeChecks.ofApplication();
    }
}
