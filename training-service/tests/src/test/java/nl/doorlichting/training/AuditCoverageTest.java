package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AuditCoverage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AuditCoverageTest {
    /** An evaluation has a single-use code and no account (ADR 20), so that the audit trail has no line for it. */
    @TestFactory
    Stream<DynamicTest> everyWriteIsAudited() {
        return AuditCoverage.ofApplication(Set.of("POST /v1/training-sessions/{id}/evaluations"));
    }
}
