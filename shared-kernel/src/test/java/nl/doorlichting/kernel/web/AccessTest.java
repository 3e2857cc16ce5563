package nl.doorlichting.kernel.web;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.AccessMatrix;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class AccessTest {
    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }
}
