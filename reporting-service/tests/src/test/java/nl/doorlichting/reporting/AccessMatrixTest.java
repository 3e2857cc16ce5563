package nl.doorlichting.reporting;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AccessMatrix;
import nl.doorlichting.platform.testing.access.AccessTable;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.edge.UndeclaredMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@ReportingServiceTest
class AccessMatrixTest {
    @TestFactory
    Stream<DynamicTest> allowsOnlyPermittedRolesOnEveryOperation() {
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

    @Test
    void allowsTheRolesOfTheHandwrittenTable() {
        AccessTable.verify("reporting");
    }
}
