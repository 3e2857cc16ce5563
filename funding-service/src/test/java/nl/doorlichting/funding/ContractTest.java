package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.doorlichting.kernel.testing.OpenApiContract;
import nl.doorlichting.kernel.testing.ServedOperations;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class ContractTest {
    @Test
    void whatIsServedIsWhatIsDocumented() {
        assertEquals(OpenApiContract.ofApplication().operations(), ServedOperations.ofApplication());
    }
}
