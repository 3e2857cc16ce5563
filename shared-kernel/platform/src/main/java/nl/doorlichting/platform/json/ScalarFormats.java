package nl.doorlichting.platform.json;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The formats of scalar values in bodies and in parameters: one rule for both. */
public final class ScalarFormats {
    private static final Pattern FULL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-.{1,40}");
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern AMOUNT = Pattern.compile("-?(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,2})?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    // Invisible marks, fillers and a blank that Unicode counts as letters or signs (Default_Ignorable_Code_Point). The
    // variation selectors are checked as two ranges.
    private static final String UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";
    private static final int REPLACEMENT = 0xfffd;

    private ScalarFormats() {}

    /** True for a full-date of RFC 3339 that exists, such as 2011-01-31. */
    public static boolean isDate(String text) {
        return FULL_DATE.matcher(text).matches() && parses(text, LocalDate::parse);
    }

    /**
     * True for a date-time of RFC 3339 with any offset whose year has four digits in UTC too: others can be neither
     * stored nor written back.
     */
    public static boolean isMoment(String text) {
        return MOMENT.matcher(text).matches()
                && parses(text, OffsetDateTime::parse)
                && isInstant(OffsetDateTime.parse(text).toInstant().toString());
    }

    /** True for a date-time of RFC 3339 in UTC with its seconds, as parameters take it. */
    public static boolean isInstant(String text) {
        return UTC.matcher(text).matches() && parses(text, Instant::parse);
    }

    /** True for a whole number of any size, without a point or an exponent. */
    public static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    /** True for the 36 characters of a UUID. */
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /**
     * True for an amount written out, such as 1250.00: below 10^12, at most two decimals, no zero in front. Written out,
     * because a short text with an exponent can stand for a very long number.
     */
    public static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    /** False when the text holds NUL, which PostgreSQL cannot store, another control character or half a surrogate pair. */
    public static boolean isText(String text) {
        return text.chars().noneMatch(ScalarFormats::isControl) && isEncodable(text);
    }

    /** The text with a replacement character for each one that {@link #isText} rejects. */
    public static String asText(String text) {
        return text.codePoints()
                .map(character -> isControl(character) || Character.getType(character) == Character.SURROGATE
                        ? REPLACEMENT
                        : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** False when the text has half a surrogate pair, which no encoding can write. */
    static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /**
     * The text as a reader sees it: in NFC, without characters that are not seen, and without outer white space. For short
     * texts: bringing many marks on one letter into order takes the square of their number.
     */
    public static String plain(String text) {
        var seen = text.codePoints()
                .filter(character -> !isUnseen(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var normal = Normalizer.normalize(seen, Normalizer.Form.NFC);
        var from = 0;
        var until = normal.length();
        while (from < until && isSpace(normal.charAt(from))) {
            from++;
        }
        while (from < until && isSpace(normal.charAt(until - 1))) {
            until--;
        }
        return normal.substring(from, until);
    }

    /** True for a text that is {@link #plain} as it is. */
    public static boolean isPlain(String text) {
        return plain(text).equals(text);
    }

    /** True for a text of white space and characters that are not seen alone, and for an empty one. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(character -> isSpace(character) || isUnseen(character));
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default ->
                UNSEEN.indexOf(character) >= 0
                        || (character >= 0xfe00 && character <= 0xfe0f)
                        || (character >= 0xe0100 && character <= 0xe01ef);
        };
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isControl(int character) {
        var lineOrTab = character == '\t' || character == '\n' || character == '\r';
        return (character < ' ' && !lineOrTab) || character == 0x7f;
    }

    private static boolean parses(String text, Function<String, ?> parse) {
        try {
            parse.apply(text);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
