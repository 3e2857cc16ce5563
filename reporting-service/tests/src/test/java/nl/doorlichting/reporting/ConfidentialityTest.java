package nl.doorlichting.reporting;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.ConfidentialityCoverage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@ReportingServiceTest
class ConfidentialityTest {
    @TestFactory
    Stream<DynamicTest> logsNothingThatCallersSend() {
        return ConfidentialityCoverage.ofApplication();
    }
}
