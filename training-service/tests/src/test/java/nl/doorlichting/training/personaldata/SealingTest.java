package nl.doorlichting.training.personaldata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final String OLD = entry("old", 'o');
    private static final String NEW = entry("new", 'n');

    @Test
    void sealedTextOpensInItsPlaceOnly() {
        var data = data(NEW);
        var sealed = data.seal("Ann Jansen", "row/name");
        assertEquals("Ann Jansen", data.open("new", sealed, "row/name"));
        assertThrows(IllegalStateException.class, () -> data.open("new", sealed, "another row/name"));
    }

    @Test
    void sealsSameTextDifferentlyEachTime() {
        var data = data(NEW);
        assertFalse(Arrays.equals(data.seal("Ann", "p"), data.seal("Ann", "p")));
    }

    @Test
    void rejectsChangedByte() {
        var data = data(NEW);
        var sealed = data.seal("Ann", "p");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> data.open("new", changed, "p"));
        }
    }

    @Test
    void firstKeySealsAndFormerKeyOpens() {
        var before = data(OLD);
        var after = data(NEW, OLD);
        assertEquals("Ann", after.open("old", before.seal("Ann", "p"), "p"));
        assertEquals("new", after.currentKey());
        assertEquals(List.of("old"), after.formerKeys());
        assertThrows(IllegalStateException.class, () -> data(NEW).open("old", before.seal("Ann", "p"), "p"));
    }

    @Test
    void findsAddressInAnySpellingAndWithEveryKey() {
        var before = data(OLD);
        var after = data(NEW, OLD);
        assertArrayEquals(before.indexOf("Ann@Example.org"), before.indexOf(" ann@example.ORG "));
        assertFalse(Arrays.equals(before.indexOf("ann@example.org"), before.indexOf("bob@example.org")));
        assertArrayEquals(after.indexOf("a@b"), after.indexesOf("a@b").get(0));
        assertArrayEquals(before.indexOf("a@b"), after.indexesOf("a@b").get(1));
        assertFalse(Arrays.equals(before.indexOf("a@b"), after.indexOf("a@b")));
    }

    /** The index finds more than a proof covers, because it folds letters that only look alike. */
    @Test
    void comparesVerifiedAddressByItsExactLetters() {
        assertTrue(PersonalData.isSameAddress("Ann@Example.org", " ann@example.ORG "));
        for (var alike : List.of("\uFF41nn@example.org", "an\u0274@example.org", "ann@example.or\uFF47")) {
            assertFalse(PersonalData.isSameAddress("ann@example.org", alike), alike);
        }
        var data = data(NEW);
        assertArrayEquals(data.indexOf("ann@example.org"), data.indexOf("\uFF41nn@example.org"));
        assertFalse(PersonalData.isSameAddress("k@example.org", "\u212A@example.org"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "no-colon", ":AAAA", "id:AAAA", "id:not base64", "a b:AAAA"})
    void rejectsWrongKeyWithoutRepeatingIt(String entry) {
        var refused = assertThrows(IllegalArgumentException.class, () -> KeyRing.of(List.of(entry)));
        assertFalse(refused.getMessage().contains("AAAA"), refused.getMessage());
    }

    @Test
    void requiresKeyAndRejectsRepeatedKey() {
        assertThrows(IllegalArgumentException.class, () -> KeyRing.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> KeyRing.of(List.of(OLD, OLD)));
    }

    private static PersonalData data(String... keys) {
        return new PersonalData(KeyRing.of(List.of(keys)));
    }

    private static String entry(String id, char letter) {
        var bytes = String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
