package nl.doorlichting.funding;

import nl.doorlichting.platform.testing.files.TextFiles;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void areTheSameInBothLanguages() {
        new TextFiles().check();
    }
}
