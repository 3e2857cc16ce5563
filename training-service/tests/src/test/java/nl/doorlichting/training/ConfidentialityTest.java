package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.ConfidentialityCoverage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ConfidentialityTest {
    @TestFactory
    Stream<DynamicTest> logsNothingThatCallersSend() {
        return ConfidentialityCoverage.ofApplication();
    }
}
