package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AccessMatrix;
import nl.doorlichting.platform.testing.access.AccessTable;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.edge.UndeclaredMethods;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Covers the gateway's own operations. Each service checks those that are forwarded to it. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
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
    void allowsExactlyTheRolesOfTheTable() {
        AccessTable.verifyAll();
        var expected = new TreeSet<>(AccessTable.operationsOf("gateway"));
        expected.addAll(ReferencePageTest.OPERATIONS);
        expected.addAll(ReviewPageTest.OPERATIONS);
        assertEquals(expected, ServedOperations.ofApplication());
    }
}
