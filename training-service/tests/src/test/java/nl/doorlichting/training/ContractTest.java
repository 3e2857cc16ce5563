package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.testing.contract.ContractDescriptions;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.edge.DocumentedSortFields;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
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
