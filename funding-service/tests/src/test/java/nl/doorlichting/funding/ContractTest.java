package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.testing.contract.ContractDescriptions;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.edge.DocumentedSortFields;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class ContractTest {
    @Test
    void servesDocumentedOperations() {
        assertEquals(OpenApiContract.ofApplication().operations(), ServedOperations.ofApplication());
    }

    @Test
    void describesEveryPart() {
        var descriptions = ContractDescriptions.ofApplication();
        assertEquals(Map.of(), descriptions.undescribed(), descriptions.shares());
    }

    @Test
    void listsAreSortedByDocumentedFields() {
        assertEquals(Map.of(), DocumentedSortFields.differences());
    }

    @Test
    void examplesOfSchemasAreValid() {
        assertEquals(List.of(), OpenApiContract.ofApplication().invalidExamples());
    }
}
