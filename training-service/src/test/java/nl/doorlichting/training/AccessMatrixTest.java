package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.AccessMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }
}
