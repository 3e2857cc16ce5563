package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.AccessMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }
}
