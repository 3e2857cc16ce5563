package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.AuthorizationFuzz;
import nl.doorlichting.platform.testing.MisplacedScalars;
import nl.doorlichting.platform.testing.RequestFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class RequestFuzzTest {
    @TestFactory
    Stream<DynamicTest> noRequestIsAnsweredWithAFault() {
        return RequestFuzz.ofApplication(new OrganisationWithAllRecords().holdings(), 1, 2);
    }

    @TestFactory
    Stream<DynamicTest> changedTokenIsNotAccepted() {
        return AuthorizationFuzz.ofApplication(1, 2);
    }

    @TestFactory
    Stream<DynamicTest> reportsEveryFieldOfAnotherType() {
        return MisplacedScalars.ofApplication();
    }
}
