package nl.doorlichting.platform.lists;

import java.util.Set;
import java.util.regex.Pattern;

/** Escapes a text so that no spreadsheet takes it for a formula. A number stays a number. */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(\\.[0-9]++)?");
    // With the full-width forms, because some spreadsheets read them like the others.
    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    // Invisible letters: the Korean fillers and the empty Braille pattern.
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

    // Also behind invisible characters, because some spreadsheets drop them first.
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
