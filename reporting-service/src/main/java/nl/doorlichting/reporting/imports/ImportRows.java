package nl.doorlichting.reporting.imports;

import java.io.Closeable;
import java.util.Map;
import nl.doorlichting.platform.texts.Text;

/** The rows of a file, one at a time. */
interface ImportRows extends Closeable {
    /** The file cannot be read further than this. */
    final class BrokenFile extends Exception {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final transient Map<String, Object> parameters;
        private final transient Text detail;

        BrokenFile(long line, Map<String, Object> parameters, Text detail) {
            super(detail.toString(), null, false, false);
            this.line = line;
            this.parameters = parameters;
            this.detail = detail;
        }

        long line() {
            return line;
        }

        Map<String, Object> parameters() {
            return parameters;
        }

        Text detail() {
            return detail;
        }
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws BrokenFile;

    /** Line on which the row begins, from 1. */
    long line();

    /** The row as the JSON document of a request; null when its cells do not match the header. */
    String json();

    /** Why there is no document. */
    Text whyNone();

    /** The value of a column or field, or null. */
    String value(String column);
}
