package nl.doorlichting.reporting.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** The first line of a file, by which it is known before the rest has come. */
final class FileBeginning {
    /** Sent by some spreadsheets before the first character; it means nothing in UTF-8. */
    static final char BYTE_ORDER_MARK = '\uFEFF';

    static final int LONGEST_HEADER = 8192;

    private FileBeginning() {}

    /** 400 when the first piece cannot be the beginning of such a file. */
    static void check(ImportFormat format, byte[] piece, int length) {
        var text = new String(piece, 0, Math.min(length, LONGEST_HEADER), StandardCharsets.UTF_8);
        var line = firstLine(text);
        if (format == ImportFormat.NDJSON) {
            refuseUnless(line.stripLeading().startsWith("{"), "The first line is not a JSON object.");
            return;
        }
        refuseUnless(line.length() < text.length() || length < LONGEST_HEADER, "The header is too long.");
        var violations = ImportColumns.check(header(line));
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations.subList(0, Math.min(100, violations.size())));
        }
    }

    /** A comma, or the semicolon that spreadsheets in Dutch write. */
    static char separator(String header) {
        var commas = header.chars().filter(c -> c == ',').count();
        var semicolons = header.chars().filter(c -> c == ';').count();
        return semicolons > commas ? ';' : ',';
    }

    static String firstLine(String text) {
        var begin = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var end = text.indexOf('\n');
        return text.substring(begin, end < 0 ? text.length() : end).stripTrailing();
    }

    private static List<String> header(String line) {
        try {
            return CsvRows.header(line, separator(line));
        } catch (RuntimeException broken) {
            throw refused("The first line is not a line of CSV.");
        }
    }

    private static void refuseUnless(boolean fits, String detail) {
        if (!fits) {
            throw refused(detail);
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.violation(Violation.body("", ViolationCode.WRONG_FORMAT, Map.of("line", 1), detail));
    }
}
