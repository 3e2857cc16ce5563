package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AuthorizationFuzz;
import nl.doorlichting.platform.testing.fuzzing.MisplacedScalars;
import nl.doorlichting.platform.testing.fuzzing.RequestFuzz;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class RequestFuzzTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @TestFactory
    Stream<DynamicTest> answersFuzzedRequestsWithoutServerError() {
        return RequestFuzz.ofApplication(new OrganisationWithAllRecords().holdings(), 1, 2);
    }

    @TestFactory
    Stream<DynamicTest> refusesChangedTokens() {
        return AuthorizationFuzz.ofApplication(1, 2);
    }

    @TestFactory
    Stream<DynamicTest> reportsEveryFieldOfAnotherType() {
        return MisplacedScalars.ofApplication();
    }
}
