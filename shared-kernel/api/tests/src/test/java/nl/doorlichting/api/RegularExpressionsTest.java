package nl.doorlichting.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.platform.testing.architecture.RegularExpressions;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionsTest {
    /** The domain has no tools of the platform, so its expressions are tried here. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "domain"})
    void hasNoSlowExpressionInCode(String module) {
        assertEquals(
                List.of(),
                RegularExpressions.faults(
                        SourceTree.REPOSITORY.resolve("shared-kernel/" + module + "/target/classes")));
    }
}
