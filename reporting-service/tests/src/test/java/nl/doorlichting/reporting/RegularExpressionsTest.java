package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.platform.testing.architecture.RegularExpressions;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.junit.jupiter.api.Test;

class RegularExpressionsTest {
    @Test
    void everyExpressionIsLinearOnHostileText() {
        assertEquals(List.of(), RegularExpressions.faults(SourceTree.MODULE.resolve("target/classes")));
    }
}
