package nl.doorlichting.reporting.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Checks, chunk by chunk, that a file is UTF-8 text. */
final class Utf8Validator {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private byte[] begun = new byte[0];
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
                return violation(ViolationCode.INVALID_CHARACTER, "holds a control character on line " + line);
            }
            if (result.isError()) {
                return violation(ViolationCode.WRONG_ENCODING, "is not UTF-8 on line " + line + hint(bytes));
            }
            if (result.isUnderflow()) {
                begun = new byte[Math.min(bytes.remaining(), LONGEST_CHARACTER)];
                bytes.get(begun);
                return null;
            }
        }
    }

    /** The violation at the end of the file, or null. */
    Violation checkEnd() {
        return begun.length == 0
                ? null
                : violation(ViolationCode.WRONG_ENCODING, "ends within a character on line " + line);
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

    private static String hint(ByteBuffer bytes) {
        var first = bytes.get(bytes.position()) & 0xff;
        return first == 0xff || first == 0xfe ? " (it begins like UTF-16)" : " (Windows-1252 or ISO-8859-1, Latin-1?)";
    }

    private static Violation violation(String code, String detail) {
        return Violation.body("", code, "The file " + detail + "; save it as UTF-8.");
    }
}
