package nl.doorlichting.reporting.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ValidatorTest {
    @ParameterizedTest(name = "pieces of {0}")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void acceptsCharactersCutAcrossChunks(int size) {
        var bytes = "één € 💥\nçà va\n".repeat(50).getBytes(StandardCharsets.UTF_8);
        var encoding = new Utf8Validator();
        for (int i = 0; i < bytes.length; i += size) {
            var piece = Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size));
            assertNull(encoding.check(piece, piece.length));
        }
        assertNull(encoding.checkEnd());
    }

    @Test
    void namesLineOfInvalidCharacter() {
        var latin = "a\nb\ncaf\u00e9!\n".getBytes(StandardCharsets.ISO_8859_1);
        var violation = new Utf8Validator().check(latin, latin.length);
        assertEquals("WRONG_ENCODING", violation.code());
        assertEquals(Map.of("line", 3L), violation.parameters());
        assertEquals(
                "The file is not UTF-8 on line 3 (Windows-1252 or ISO-8859-1, Latin-1?); save it as UTF-8.",
                violation.detail().toString());
    }

    /** Only the mark of UTF-16 at the very beginning is one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'\u00ff\u00fea', like UTF-16",
        "'\u00fe\u00ffa', like UTF-16",
        "'\u00ffa', Latin-1",
        "'a\u00ff\u00fe', Latin-1"
    })
    void namesUtf16ByItsMark(String begin, String why) {
        var bytes = (begin + "\n").getBytes(StandardCharsets.ISO_8859_1);
        var violation = new Utf8Validator().check(bytes, bytes.length);
        assertEquals("WRONG_ENCODING", violation.code());
        assertTrue(violation.detail().toString().contains(why), violation.detail()::toString);
    }

    @Test
    void namesNoMarkOfUtf16LaterInFile() {
        var validator = new Utf8Validator();
        assertNull(validator.check(new byte[] {'a', '\n'}, 2));
        var violation = validator.check(new byte[] {(byte) 0xff, (byte) 0xfe}, 2);
        assertEquals(Map.of("line", 2L), violation.parameters());
        assertTrue(violation.detail().toString().contains("Latin-1"), violation.detail()::toString);
    }

    @Test
    void namesLineOfControlCharacter() {
        var violation = new Utf8Validator().check(new byte[] {'a', '\n', 0}, 3);
        assertEquals("INVALID_CHARACTER", violation.code());
        assertEquals(Map.of("line", 2L), violation.parameters());
    }

    @Test
    void rejectsEndWithinCharacter() {
        var encoding = new Utf8Validator();
        assertNull(encoding.check(new byte[] {'\n', (byte) 0xe2, (byte) 0x82}, 3));
        assertEquals(Map.of("line", 2L), encoding.checkEnd().parameters());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rejectsGarbageInFirstChunk(long seed) {
        var garbage = new byte[1 << 16];
        new Random(seed).nextBytes(garbage);
        assertNotNull(new Utf8Validator().check(garbage, garbage.length));
    }
}
