package nl.doorlichting.reporting;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.AccessMatrix;
import nl.doorlichting.kernel.testing.AccessTable;
import nl.doorlichting.kernel.testing.BadTokens;
import nl.doorlichting.kernel.testing.UndeclaredMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> everyRoleOnEveryOperation() {
        return AccessMatrix.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> everyBadToken() {
        return BadTokens.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> everyUndeclaredMethod() {
        return UndeclaredMethods.ofApplication();
    }

    @Test
    void rolesAreThoseOfTheTableWrittenByHand() {
        AccessTable.verify("reporting");
    }
}
