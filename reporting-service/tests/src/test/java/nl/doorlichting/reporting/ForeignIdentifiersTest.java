package nl.doorlichting.reporting;

import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@ReportingServiceTest
class ForeignIdentifiersTest {
    @TestFactory
    Stream<DynamicTest> hidesRecordsOfOtherOrganisations() {
        return new ForeignIdentifiers(new OrganisationWithAllRecords().holdings(), "STRANGER").inEveryOperation();
    }
}
