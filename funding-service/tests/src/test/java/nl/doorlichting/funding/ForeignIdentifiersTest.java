package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.access.ForeignIdentifiers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class ForeignIdentifiersTest {
    @TestFactory
    Stream<DynamicTest> hidesRecordsOfOtherOrganisations() {
        var stranger = Api.organisation(OrganisationKind.NON_PROFIT);
        return new ForeignIdentifiers(new OrganisationWithAllRecords().holdings(), stranger).inEveryOperation();
    }
}
