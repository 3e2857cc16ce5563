package nl.doorlichting.platform.access;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AccessMatrix;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.edge.UndeclaredMethods;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class AccessTest {
    @TestFactory
    Stream<DynamicTest> checksEveryRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> rejectsEveryInvalidToken() {
        return InvalidTokens.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> rejectsEveryUndeclaredMethod() {
        return UndeclaredMethods.ofApplication();
    }
}
