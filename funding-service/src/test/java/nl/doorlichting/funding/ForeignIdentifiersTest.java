package nl.doorlichting.funding;

import java.util.stream.Stream;
import nl.doorlichting.kernel.testing.ForeignIdentifiers;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@FundingServiceTest
class ForeignIdentifiersTest {
    @TestFactory
    Stream<DynamicTest> leadNowhere() {
        var stranger = Api.organisation(OrganisationKind.NON_PROFIT);
        return new ForeignIdentifiers(new Estate().holdings(), stranger).inEveryOperation();
    }
}
