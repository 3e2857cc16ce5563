package nl.doorlichting.training;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ForeignIdentifiersTest {
    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @TestFactory
    Stream<DynamicTest> hidesRecordsOfOtherOrganisations() {
        return new ForeignIdentifiers(new OrganisationWithAllRecords().holdings(), "STRANGER").inEveryOperation();
    }
}
