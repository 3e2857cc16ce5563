package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AccessMatrix;
import nl.doorlichting.platform.testing.access.AccessTable;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.edge.UndeclaredMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
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
    void rolesMatchAccessTable() {
        AccessTable.verify("funding");
    }
}
