package nl.doorlichting.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Locale;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.platform.testing.files.TextFiles;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @Test
    void areTheSameInBothLanguages() {
        new TextFiles("place.scope.", "note.").check();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatEachScopeRequires(PlaceScope scope) {
        assertDoesNotThrow(() ->
                Text.of("place.scope." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
