package nl.doorlichting.platform.lists;

import java.util.Set;
import java.util.regex.Pattern;

/** A text as a cell that no spreadsheet takes for a formula; what is a number stays one. */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(\\.[0-9]++)?");
    // The full-width forms too: some spreadsheets read them as the others.
    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    // Letters that show nothing: the fillers of Korean, and the empty pattern of Braille.
    private static final String BLANKS = "\u115F\u1160\u3164\uFFA0\u2800";
    private static final Set<Integer> INVISIBLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.NON_SPACING_MARK,
            (int) Character.ENCLOSING_MARK,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED);

    private CsvText() {}

    public static String safe(String text) {
        return isFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    // Behind anything that cannot be seen as well: some spreadsheets drop that before they look.
    private static boolean isFormula(String text) {
        return text.codePoints()
                .filter(character -> isSign(character) || !isInvisible(character))
                .limit(1)
                .anyMatch(CsvText::isSign);
    }

    private static boolean isSign(int character) {
        return SIGNS.indexOf(character) >= 0;
    }

    private static boolean isInvisible(int character) {
        return INVISIBLE.contains(Character.getType(character)) || BLANKS.indexOf(character) >= 0;
    }
}
