package nl.doorlichting.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.AuthorizationFuzz;
import nl.doorlichting.kernel.testing.PostgresResource;
import nl.doorlichting.kernel.testing.RequestFuzz;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
class RequestFuzzTest {
    @TestFactory
    Stream<DynamicTest> noRequestIsAnsweredWithAFault() {
        return RequestFuzz.ofApplication(new Estate().holdings(), 1, 2);
    }

    @TestFactory
    Stream<DynamicTest> changedTokenIsNotAccepted() {
        return AuthorizationFuzz.ofApplication(1, 2);
    }
}
