package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.AccessMatrix;
import nl.doorlichting.platform.testing.AccessTable;
import nl.doorlichting.platform.testing.InvalidTokens;
import nl.doorlichting.platform.testing.ServedOperations;
import nl.doorlichting.platform.testing.TestIssuer;
import nl.doorlichting.platform.testing.UndeclaredMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of the gateway's own operations; what it passes on is each service's to check. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(Services.class)
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> everyBadToken() {
        return InvalidTokens.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> everyUndeclaredMethod() {
        return UndeclaredMethods.ofApplication();
    }

    @Test
    void rolesAreThoseOfTheTableWrittenByHand() {
        AccessTable.verifyAll();
        assertEquals(AccessTable.operationsOf("gateway"), ServedOperations.ofApplication());
    }
}
