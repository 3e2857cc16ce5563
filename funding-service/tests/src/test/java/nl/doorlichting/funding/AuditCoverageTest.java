package nl.doorlichting.funding;

import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AuditCoverage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class AuditCoverageTest {
    @TestFactory
    Stream<DynamicTest> everyWriteIsAudited() {
        return AuditCoverage.ofApplication(Set.of());
    }
}
