package nl.doorlichting.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.AuthorizationFuzz;
import nl.doorlichting.platform.testing.PostgresResource;
import nl.doorlichting.platform.testing.RequestFuzz;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
class RequestFuzzTest {
    @TestFactory
    Stream<DynamicTest> noFuzzedRequestReturnsServerError() {
        return RequestFuzz.ofApplication(new OrganisationWithAllRecords().holdings(), 1, 2);
    }

    @TestFactory
    Stream<DynamicTest> rejectsChangedToken() {
        return AuthorizationFuzz.ofApplication(1, 2);
    }
}
