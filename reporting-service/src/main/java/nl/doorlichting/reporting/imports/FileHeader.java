package nl.doorlichting.reporting.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.csv.CsvRecords;

/** The first line of a file, from which its kind is clear before the rest arrives. */
final class FileHeader {
    /** Some spreadsheets send it before the first character; it has no meaning in UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int LONGEST_HEADER = 8192;

    private FileHeader() {}

    /** 400 when the first piece cannot be the beginning of such a file. */
    static void check(ImportFormat format, byte[] piece, int length) {
        var text = new String(piece, 0, Math.min(length, LONGEST_HEADER), StandardCharsets.UTF_8);
        var line = firstLine(text);
        if (format == ImportFormat.NDJSON) {
            if (!line.stripLeading().startsWith("{")) {
                throw refused(Map.of(), Text.of("import.first-line-not-json"));
            }
            return;
        }
        if (line.length() == text.length() && length >= LONGEST_HEADER) {
            throw refused(Map.of("max", LONGEST_HEADER), Text.of("import.header-too-long", LONGEST_HEADER));
        }
        var violations = ImportColumns.check(header(line));
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations.subList(0, Math.min(100, violations.size())));
        }
    }

    /** The rows of a file that passed the check. */
    static ImportRows rows(ImportFormat format, InputStream file) throws IOException {
        var text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        text.mark(LONGEST_HEADER * 2);
        var beginning = new char[LONGEST_HEADER];
        var length = Math.max(0, readFully(text, beginning));
        text.reset();
        if (length > 0 && beginning[0] == BYTE_ORDER_MARK) {
            text.skip(1);
        }
        var header = firstLine(new String(beginning, 0, length));
        return format == ImportFormat.CSV ? new CsvRows(text, CsvRecords.separator(header)) : new NdjsonRows(text);
    }

    private static int readFully(Reader text, char[] target) throws IOException {
        var total = 0;
        for (var n = text.read(target); n > 0; n = text.read(target, total, target.length - total)) {
            total += n;
        }
        return total;
    }

    private static String firstLine(String text) {
        var begin = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var end = text.indexOf('\n');
        return text.substring(begin, end < 0 ? text.length() : end).stripTrailing();
    }

    private static List<String> header(String line) {
        try {
            return CsvRows.header(line);
        } catch (CsvRecords.MalformedCsv broken) {
            throw refused(broken.parameters(), broken.detail());
        }
    }

    private static ProblemException refused(Map<String, Object> limit, Text detail) {
        var parameters = new HashMap<>(limit);
        parameters.put("line", 1);
        return ProblemException.violation(Violation.body("", ViolationCode.WRONG_FORMAT, parameters, detail));
    }
}
