package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AccessMatrix;
import nl.doorlichting.platform.testing.access.AccessTable;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.edge.UndeclaredMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> allowsOperationsToNamedRolesOnly() {
        return AccessMatrix.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> refusesInvalidTokens() {
        return InvalidTokens.ofApplication();
    }

    @TestFactory
    Stream<DynamicTest> refusesUndeclaredMethods() {
        return UndeclaredMethods.ofApplication();
    }

    @Test
    void accessRulesEqualAccessTable() {
        AccessTable.verify("training");
    }
}
