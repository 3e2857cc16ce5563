package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.edge.RequestEdgeChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class RequestEdgeTest {
    @TestFactory
    Stream<DynamicTest> rejectsRequestsBeforeOperations() {
        return RequestEdgeChecks.ofApplication();
    }
}
