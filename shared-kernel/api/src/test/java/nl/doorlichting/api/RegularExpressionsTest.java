package nl.doorlichting.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nl.doorlichting.platform.testing.RegularExpressions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionsTest {
    /** The domain has no tools of the platform, so its expressions are tried here. */
    @ParameterizedTest
    @ValueSource(strings = {"target/classes", "../domain/target/classes"})
    void hasNoSlowExpressionInCode(String classes) {
        assertEquals(List.of(), RegularExpressions.faults(Path.of(classes)));
    }
}
