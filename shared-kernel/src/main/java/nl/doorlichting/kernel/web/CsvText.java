package nl.doorlichting.kernel.web;

import java.util.regex.Pattern;

/** A text as a cell that no spreadsheet takes for a formula; what is a number stays one. */
final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    // With leading space too: some spreadsheets trim before they look.
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cc}]*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private CsvText() {}

    static String safe(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
