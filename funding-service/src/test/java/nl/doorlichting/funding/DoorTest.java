package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.Door;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class DoorTest {
    @TestFactory
    Stream<DynamicTest> refusesAtTheDoor() {
        return Door.ofApplication();
    }
}
