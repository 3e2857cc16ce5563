package nl.doorlichting.reporting.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Checks, chunk by chunk, that a file is UTF-8 text. */
final class Utf8Validator {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private byte[] begun = new byte[0];
    private boolean atBeginning = true;
    private long line = 1;

    /** The first violation up to here, or null. */
    Violation check(byte[] chunk, int length) {
        var bytes = ByteBuffer.allocate(begun.length + length);
        bytes.put(begun).put(chunk, 0, length).flip();
        while (true) {
            var result = decoder.decode(bytes, scratch, false);
            scratch.flip();
            var control = countLines();
            scratch.clear();
            if (control) {
                return violation(ViolationCode.INVALID_CHARACTER, Text.of("import.control-character", line));
            }
            if (result.isError()) {
                return violation(ViolationCode.WRONG_ENCODING, notUtf8(bytes));
            }
            if (result.isUnderflow()) {
                begun = new byte[Math.min(bytes.remaining(), LONGEST_CHARACTER)];
                bytes.get(begun);
                atBeginning = false;
                return null;
            }
        }
    }

    /** The violation at the end of the file, or null. */
    Violation checkEnd() {
        return begun.length == 0
                ? null
                : violation(ViolationCode.WRONG_ENCODING, Text.of("import.ends-within-character", line));
    }

    private boolean countLines() {
        while (scratch.hasRemaining()) {
            var character = scratch.get();
            if (character == '\n') {
                line++;
            } else if (character < ' ' && character != '\t' && character != '\r') {
                return true;
            }
        }
        return false;
    }

    // Neither byte of the mark begins a character of UTF-8, so a file with the mark is refused at its first byte.
    private Text notUtf8(ByteBuffer bytes) {
        return atBeginning && isMarkOfUtf16(bytes)
                ? Text.of("import.like-utf-16", line)
                : Text.of("import.like-windows-1252", line);
    }

    private static boolean isMarkOfUtf16(ByteBuffer bytes) {
        var mark = bytes.position() == 0 && bytes.remaining() > 1 ? bytes.getChar(0) : 0;
        return mark == 0xfeff || mark == 0xfffe;
    }

    private Violation violation(String code, Text detail) {
        return Violation.body("", code, Map.of("line", line), detail);
    }
}
