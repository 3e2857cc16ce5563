package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AuthorizationFuzz;
import nl.doorlichting.platform.testing.fuzzing.MisplacedScalars;
import nl.doorlichting.platform.testing.fuzzing.RequestFuzz;
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
