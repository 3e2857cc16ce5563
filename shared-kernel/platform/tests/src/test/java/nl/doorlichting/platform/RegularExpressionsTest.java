package nl.doorlichting.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import nl.doorlichting.platform.testing.architecture.RegularExpressions;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class RegularExpressionsTest {
    private static final String LARGER_BODIES = "doorlichting.payload.larger.";

    @Test
    void hasNoSlowExpressionInCode() {
        // An operator writes this one; those that we ship are tried below.
        assertEquals(
                List.of("nl.doorlichting.platform.bodies.PayloadLimits$Larger.of"),
                RegularExpressions.faults(SourceTree.MODULE.resolve("target/classes")));
    }

    @Test
    void hasNoSlowExpressionInSettings() {
        var config = ConfigProvider.getConfig();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(LARGER_BODIES)) {
                var paths = config.getValue(name, String.class).split(" ", 2)[1];
                assertNull(new RegularExpressions.Use(name, paths, true).fault());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[.\\s]+|[.\\s]+$", ".*x=(.*).*", "(a|b)*", "(a+)+b", "\\{[^}]*}", "[a-z]+(-[a-z]+)*="})
    void findsSlowExpression(String regex) {
        assertNotNull(new RegularExpressions.Use("here", regex, false).fault());
    }
}
