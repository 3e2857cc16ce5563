package nl.doorlichting.platform.testing.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {
    @Test
    void namesModuleOfTheseTests() {
        assertEquals(SourceTree.REPOSITORY.resolve("shared-kernel/platform"), SourceTree.MODULE);
    }

    /** The build would not run them there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared-kernel/domain",
                "shared-kernel/platform",
                "shared-kernel/api",
                "funding-service",
                "training-service",
                "reporting-service",
                "gateway"
            })
    void moduleHasNoTestsBesidesThoseInModuleOfTheirOwn(String name) {
        Path module = SourceTree.REPOSITORY.resolve(name);
        assertTrue(Files.exists(module.resolve("tests/pom.xml")));
        assertFalse(Files.exists(module.resolve("src/test")));
    }
}
