package nl.doorlichting.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.ForeignIdentifiers;
import nl.doorlichting.platform.testing.PostgresResource;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
class ForeignIdentifiersTest {
    @TestFactory
    Stream<DynamicTest> hidesRecordsOfOtherOrganisations() {
        return new ForeignIdentifiers(new OrganisationWithAllRecords().holdings(), "STRANGER").inEveryOperation();
    }
}
