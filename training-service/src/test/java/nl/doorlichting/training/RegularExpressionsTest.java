package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nl.doorlichting.platform.testing.RegularExpressions;
import org.junit.jupiter.api.Test;

class RegularExpressionsTest {
    @Test
    void regularExpressionsAreLinearOnHostileText() {
        assertEquals(List.of(), RegularExpressions.faults(Path.of("target/classes")));
    }
}
