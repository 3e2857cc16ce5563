package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.testing.ContractDescriptions;
import nl.doorlichting.platform.testing.DocumentedSortFields;
import nl.doorlichting.platform.testing.OpenApiContract;
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
