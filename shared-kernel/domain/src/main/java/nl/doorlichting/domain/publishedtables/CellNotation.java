package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a table prints its numbers.
 *
 * @param decimalSign comma or point; the other one, or a space, groups thousands
 * @param decimals number of decimals in print
 * @param roundedTo the unit to which figures are rounded; null where they are exact, such as counts
 * @param threshold a mark such as "&lt; 0,01" stands for an amount from 0 up to this; null where the table has no marks
 * @param emptyBelowThreshold whether an empty cell may hide an amount up to the threshold; it is 0 otherwise
 */
public record CellNotation(
        char decimalSign, int decimals, BigDecimal roundedTo, BigDecimal threshold, boolean emptyBelowThreshold) {
    /** Longer numbers are text to the auditor: sums of shorter ones stay within a long. */
    private static final int MOST_DIGITS = 12;
    /** Longer texts are no number that went wrong. */
    private static final int LONGEST_MISREAD = 30;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([. ,'][0-9]{3})+");
    private static final Pattern MARK_OF_NOTHING = Pattern.compile("[-–—]|n\\.?v\\.?t\\.?|nihil");
    private static final Pattern NOT_SHOWN = Pattern.compile("[*x]|geheim");
    /** As statisticians mark it: not known, not available, pro memoria. */
    private static final Pattern NOT_KNOWN =
            Pattern.compile("[.]{1,3}|…|n\\.?b\\.?|n\\.?n\\.?b\\.?|n\\.?a\\.?|p\\.?m\\.?|onbekend|unknown");

    private static final List<String> CURRENCIES = List.of("€", "EUR");
    /** Signs of a footnote above the line. */
    private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰⁾†‡*";

    /** How a cell reads. */
    public enum Reading {
        NUMBER,
        EMPTY,
        BELOW_THRESHOLD,
        /** Hidden because it is small: bounded by the threshold where there is one. */
        NOT_SHOWN,
        /** Any amount. */
        NOT_KNOWN,
        /** A number with another count of decimals than the table has. */
        ODD,
        MALFORMED
    }

    /** A cell that was read. The value is null unless it is a number or an odd one. */
    public record Cell(Reading reading, BigDecimal value) {}

    public CellNotation {
        if (decimalSign != ',' && decimalSign != '.') {
            throw new IllegalArgumentException("a decimal sign is a comma or a point: " + decimalSign);
        }
    }

    /** The same notation with another number of decimals, to which figures are rounded if they were to those before. */
    CellNotation withDecimals(int other) {
        var step = BigDecimal.ONE.movePointLeft(other);
        var rounded = roundedTo == null ? null : roundedTo.compareTo(unit()) == 0 ? step : roundedTo.max(step);
        return new CellNotation(decimalSign, other, rounded, threshold, emptyBelowThreshold);
    }

    public Cell read(String printed) {
        var text = plain(printed);
        if (!text.isEmpty() && isDigit(text.charAt(0))) {
            return readNumber(text);
        }
        var mark = text.toLowerCase(Locale.ROOT);
        if (mark.isEmpty() || MARK_OF_NOTHING.matcher(mark).matches()) {
            return new Cell(Reading.EMPTY, null);
        }
        if (NOT_SHOWN.matcher(mark).matches()) {
            return new Cell(Reading.NOT_SHOWN, null);
        }
        if (NOT_KNOWN.matcher(mark).matches()) {
            return new Cell(Reading.NOT_KNOWN, null);
        }
        if (text.charAt(0) == '<') {
            return new Cell(
                    number(text.substring(1).strip()) == null ? Reading.MALFORMED : Reading.BELOW_THRESHOLD, null);
        }
        return readNumber(text);
    }

    private Cell readNumber(String text) {
        var value = number(text);
        if (value == null) {
            return new Cell(Reading.MALFORMED, null);
        }
        return new Cell(isUsual(value) ? Reading.NUMBER : Reading.ODD, value);
    }

    private boolean isUsual(BigDecimal value) {
        return value.scale() == decimals || value.signum() == 0 && value.scale() == 0;
    }

    /** Whether the cell is a share of a hundred by its sign. */
    static boolean isPercentage(String printed) {
        return printed.indexOf('%') > 0;
    }

    /** Whether the text is a number only if its decimal sign is the one that the table does not use. */
    public boolean hasOtherDecimalSign(String printed) {
        var text = plain(printed);
        return number(text) == null && other().number(text) != null;
    }

    /** The upper bound of what a mark below the threshold stands for. */
    BigDecimal markedUpTo(String printed) {
        var text = plain(printed);
        var stated = text.startsWith("<") ? number(text.substring(1).strip()) : null;
        var bound = stated == null || stated.signum() == 0 ? unit() : stated;
        return threshold == null ? bound : threshold.max(bound);
    }

    /** One in the last place of print. */
    BigDecimal unit() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    /** The smallest step between two printed figures. */
    BigDecimal step() {
        return roundedTo == null ? unit() : roundedTo.max(unit());
    }

    /** The number as the table would print it. */
    String print(BigDecimal value) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString().replace('.', decimalSign);
    }

    /** What a malformed text may stand for, with how plausible each is. */
    Map<BigDecimal, Double> readings(String printed) {
        var readings = new LinkedHashMap<BigDecimal, Double>();
        var text = likeDigits(plain(printed));
        if (text.length() > LONGEST_MISREAD) {
            return readings;
        }
        offer(readings, text, 0.5);
        offer(readings, text.replace(decimalSign == ',' ? '.' : ',', decimalSign), 0.5);
        for (var i = 1; i < text.length() - 1; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                offer(readings, text.substring(0, i) + decimalSign + text.substring(i + 1), 0.5);
            }
        }
        var digits = new StringBuilder();
        var unknown = 0;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (Character.isDigit(sign) || i == 0 && isMinus(sign)) {
                digits.append(sign);
            }
            unknown += sign == '?' ? 1 : 0;
        }
        var bare = digits.toString();
        offer(readings, bare, 0.1);
        // The mark of a footnote stands against the number, or a bracket of a negative number is lost.
        if (text.length() > 2 && text.endsWith(")") && text.indexOf('(') < 0) {
            offer(readings, text.substring(0, text.length() - 2), 0.5);
            offer(readings, "-" + text.substring(0, text.length() - 1), 0.3);
        }
        // The decimal sign may be what is lost or doubled, so that the last digits are the decimals.
        if (decimals > 0 && bare.length() > decimals) {
            var point = bare.length() - decimals;
            offer(readings, bare.substring(0, point) + decimalSign + bare.substring(point), 0.4);
        }
        // A digit fell out, which left a sign at an end.
        for (var digit = '0'; digit <= '9' && number(text) == null; digit++) {
            offer(readings, digit + text, 0.05);
            offer(readings, text + digit, 0.05);
        }
        if (unknown == 1) {
            for (var digit = '0'; digit <= '9'; digit++) {
                offer(readings, text.replace('?', digit), 0.1);
            }
        }
        return readings;
    }

    private void offer(Map<BigDecimal, Double> readings, String text, double weight) {
        var value = number(text.strip());
        if (value != null && value.scale() <= decimals) {
            var fits = value.scale() == decimals || value.signum() == 0;
            readings.merge(value.setScale(decimals, RoundingMode.UNNECESSARY), fits ? weight : weight / 10, Math::max);
        }
    }

    private static String likeDigits(String text) {
        return text.replace('O', '0')
                .replace('o', '0')
                .replace('l', '1')
                .replace('I', '1')
                .replace('|', '1')
                .replace('S', '5')
                .replace('s', '5')
                .replace('B', '8')
                .replace('Z', '2');
    }

    private CellNotation other() {
        return new CellNotation(decimalSign == ',' ? '.' : ',', decimals, roundedTo, threshold, emptyBelowThreshold);
    }

    /** Without what surrounds a number in print: a currency, a percent sign, a footnote, spaces of any width. */
    private String plain(String printed) {
        var text = new StringBuilder();
        for (var i = 0; i < printed.length(); i++) {
            var sign = printed.charAt(i);
            text.append(Character.isSpaceChar(sign) || Character.isWhitespace(sign) ? ' ' : sign);
        }
        var plain = text.toString().strip();
        if (plain.isEmpty() || isDigit(plain.charAt(0)) && isDigit(plain.charAt(plain.length() - 1))) {
            return plain;
        }
        for (var currency : CURRENCIES) {
            if (plain.startsWith(currency)) {
                plain = plain.substring(currency.length()).strip();
            }
        }
        plain = withoutFootnote(plain);
        if (plain.length() > 1 && plain.endsWith("%")) {
            plain = withoutLast(plain, 1);
        }
        return withDecimalsForDash(plain);
    }

    /** "1.234*", "1.234²", "1.234 1)" and, where it can be nothing else, "1.2341)". */
    private String withoutFootnote(String text) {
        var end = text.length();
        while (end > 1 && RAISED.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end < text.length()) {
            return text.substring(0, end).strip();
        }
        if (end < 3 || text.charAt(end - 1) != ')' || !isNoteSign(text.charAt(end - 2))) {
            return text;
        }
        var without = withoutLast(text, 2);
        if (text.charAt(end - 3) == ' ') {
            return without.indexOf('(') < 0 || without.endsWith(")") ? without : text;
        }
        var all = number(withoutLast(text, 1));
        return number(without) != null && (all == null || !isUsual(all)) ? without : text;
    }

    private static boolean isNoteSign(char sign) {
        return isDigit(sign) || sign >= 'a' && sign <= 'z';
    }

    private static String withoutLast(String text, int signs) {
        return text.substring(0, text.length() - signs).strip();
    }

    /** "1.234,-" is a whole amount. */
    private String withDecimalsForDash(String text) {
        var end = text.length();
        while (end > 0 && (isMinus(text.charAt(end - 1)) || text.charAt(end - 1) == '—')) {
            end--;
        }
        var isWhole =
                end < text.length() && end > 1 && text.charAt(end - 1) == decimalSign && isDigit(text.charAt(end - 2));
        if (!isWhole) {
            return text;
        }
        return decimals == 0 ? text.substring(0, end - 1) : text.substring(0, end) + "0".repeat(decimals);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isMinus(char sign) {
        return sign == '-' || sign == '–' || sign == '−';
    }

    /** The number that the text is, with the scale in print; null where it is none. */
    private BigDecimal number(String text) {
        var negative = false;
        var unsigned = text;
        if (text.length() > 2 && text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            unsigned = text.substring(1, text.length() - 1);
        } else if (text.length() > 1 && isMinus(text.charAt(0))) {
            negative = true;
            unsigned = text.substring(1).stripLeading();
        } else if (text.length() > 1 && isMinus(text.charAt(text.length() - 1))) {
            negative = true;
            unsigned = text.substring(0, text.length() - 1).stripTrailing();
        } else if (text.length() > 1 && text.charAt(0) == '+') {
            unsigned = text.substring(1);
        }
        var point = unsigned.lastIndexOf(decimalSign);
        var whole = point < 0 ? unsigned : unsigned.substring(0, point);
        var fraction = point < 0 ? "" : unsigned.substring(point + 1);
        if (GROUPED.matcher(whole).matches() && whole.indexOf(decimalSign) < 0) {
            var digits = new StringBuilder();
            for (var i = 0; i < whole.length(); i++) {
                if (Character.isDigit(whole.charAt(i))) {
                    digits.append(whole.charAt(i));
                }
            }
            whole = digits.toString();
        }
        var isNumber = DIGITS.matcher(whole).matches()
                && (point < 0 || DIGITS.matcher(fraction).matches())
                && whole.length() + fraction.length() <= MOST_DIGITS;
        if (!isNumber) {
            return null;
        }
        var value = new BigDecimal(point < 0 ? whole : whole + "." + fraction);
        return negative ? value.negate() : value;
    }
}
