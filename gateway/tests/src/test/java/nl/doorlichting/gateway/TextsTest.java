package nl.doorlichting.gateway;

import nl.doorlichting.platform.testing.files.TextFiles;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void areTheSameInBothLanguages() {
        // DataQualityTest has a finding of each kind, and ReviewPageTest reads the template.
        new TextFiles("quality.", ReviewPageTest.TEXTS_OF_TEMPLATE).check();
    }
}
