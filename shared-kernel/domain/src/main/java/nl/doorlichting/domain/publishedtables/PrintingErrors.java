package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a printed cell may have been before something went wrong on its way into print. Each original has a weight: how
 * often the error happens, divided by the number of ways in which it can happen.
 */
final class PrintingErrors {
    /** An original that no known error explains. */
    static final double OTHER_VALUE = 0.004;

    /** A value where the table has none; empty cells are common and mostly right. */
    static final double MISSING = 0.3;

    private static final double UNUSUAL_FORMAT = 0.6;
    private static final double DISTANT_SWAP = 0.2;
    /** Where all figures are rounded, so is the original. */
    private static final double BETWEEN_STEPS = 0.02;

    record Original(RepairKind kind, double weight) {}

    private final CellNotation notation;
    private final Map<BigDecimal, Original> originals = new LinkedHashMap<>();

    private PrintingErrors(CellNotation notation) {
        this.notation = notation;
    }

    /** The plausible originals of a cell, without the printed value itself. */
    static Map<BigDecimal, Original> originals(CellNotation notation, String printed) {
        var cell = notation.read(printed);
        var errors = new PrintingErrors(notation);
        switch (cell.reading()) {
            case MALFORMED ->
                notation.readings(printed)
                        .forEach((value, weight) -> errors.offer(value, RepairKind.MISREAD_TEXT, weight));
            case ODD -> {
                errors.offer(cell.value(), RepairKind.MISREAD_TEXT, UNUSUAL_FORMAT);
                errors.ofOddNumber(cell.value());
                if (cell.value().scale() == 0) {
                    errors.ofWholeNumber(cell.value().setScale(notation.decimals(), RoundingMode.UNNECESSARY));
                }
            }
            case NUMBER -> {
                errors.ofNumber(cell.value().setScale(notation.decimals(), RoundingMode.UNNECESSARY));
                errors.originals.remove(cell.value().setScale(notation.decimals(), RoundingMode.UNNECESSARY));
            }
            case EMPTY, BELOW_THRESHOLD, NOT_SHOWN, NOT_KNOWN -> {}
        }
        return errors.originals;
    }

    private void offer(BigDecimal value, RepairKind kind, double weight) {
        if (value.scale() > notation.decimals() && value.stripTrailingZeros().scale() > notation.decimals()) {
            return;
        }
        var original = new Original(kind, isStep(value) ? weight : weight * BETWEEN_STEPS);
        originals.merge(
                value.setScale(notation.decimals(), RoundingMode.UNNECESSARY),
                original,
                (known, other) -> known.weight() >= other.weight() ? known : other);
    }

    private boolean isStep(BigDecimal value) {
        return notation.roundedTo() == null
                || notation.roundedTo().signum() == 0
                || value.remainder(notation.roundedTo()).signum() == 0;
    }

    /** With fewer or more decimals than usual a digit of the fraction, or the decimal sign, is what went wrong. */
    private void ofOddNumber(BigDecimal value) {
        var digits = digits(value);
        var sign = value.signum() < 0 ? "-" : "";
        var decimals = notation.decimals();
        for (var shift = -3; shift <= 3; shift++) {
            if (shift != 0) {
                offer(value.movePointRight(shift), RepairKind.SHIFTED_DECIMAL, shift % 3 == 0 ? 0.3 : 0.2);
            }
        }
        // All digits are there and the decimal sign stands elsewhere or is lost.
        offer(new BigDecimal(new BigInteger(sign + digits), decimals), RepairKind.SHIFTED_DECIMAL, 0.5);
        if (value.scale() == decimals - 1) {
            ofInsertedDigit(digits, sign, digits.length() - value.scale());
        }
        if (value.scale() == decimals + 1) {
            for (var i = digits.length() - value.scale(); i < digits.length(); i++) {
                if (i > 0 && digits.charAt(i) == digits.charAt(i - 1)) {
                    offer(unscaled(sign + without(digits, i)), RepairKind.DOUBLED_DIGIT, 1);
                }
            }
        }
    }

    /** Among decimals it is first of all what it says. */
    private void ofWholeNumber(BigDecimal value) {
        var others = new PrintingErrors(notation);
        others.ofNumber(value);
        others.originals.forEach((other, original) -> offer(other, original.kind(), original.weight() / 2));
    }

    private void ofNumber(BigDecimal value) {
        var digits = digits(value);
        var sign = value.signum() < 0 ? "-" : "";
        offer(value.negate(), RepairKind.LOST_SIGN, 1);
        ofSwap(digits, sign);
        ofShift(value);
        // A lost digit of the fraction would show as an unusual number of decimals.
        ofInsertedDigit(digits, sign, 0);
        var doubled = 0;
        for (var i = 1; i < digits.length(); i++) {
            doubled += digits.charAt(i) == digits.charAt(i - 1) ? 1 : 0;
        }
        for (var i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) == digits.charAt(i - 1)) {
                offer(unscaled(sign + without(digits, i)), RepairKind.DOUBLED_DIGIT, 1.0 / doubled / digits.length());
            }
        }
        for (var i = 0; i < digits.length(); i++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var mistyped = digits.substring(0, i) + digit + digits.substring(i + 1);
                offer(unscaled(sign + mistyped), RepairKind.MISTYPED_DIGIT, 1.0 / (9 * digits.length()));
            }
        }
    }

    private void ofSwap(String digits, String sign) {
        for (var i = 0; i < digits.length(); i++) {
            for (var j = i + 1; j < digits.length(); j++) {
                if (digits.charAt(i) != digits.charAt(j)) {
                    var swapped = new StringBuilder(digits);
                    swapped.setCharAt(i, digits.charAt(j));
                    swapped.setCharAt(j, digits.charAt(i));
                    var weight = (j == i + 1 ? 1 : DISTANT_SWAP) / Math.max(1, digits.length() - 1);
                    offer(unscaled(sign + swapped), RepairKind.SWAPPED_DIGITS, weight);
                }
            }
        }
    }

    private void ofShift(BigDecimal value) {
        for (var shift = 1; shift <= 3; shift++) {
            var weight = shift == 2 ? 0.1 : 0.3;
            offer(value.movePointLeft(shift), RepairKind.SHIFTED_DECIMAL, weight);
            offer(value.movePointRight(shift), RepairKind.SHIFTED_DECIMAL, weight);
            // The last digits may have fallen off when the point moved left.
            if (shift == 1 && notation.decimals() > 0) {
                var step = notation.unit();
                for (var digit = 1; digit <= 9; digit++) {
                    var lost = step.multiply(BigDecimal.valueOf(value.signum() < 0 ? -digit : digit));
                    offer(value.movePointRight(1).add(lost), RepairKind.SHIFTED_DECIMAL, weight / 10);
                    // The shorter number was rounded.
                    offer(value.movePointRight(1).subtract(lost), RepairKind.SHIFTED_DECIMAL, weight / 10);
                }
            }
            if (notation.decimals() > 0) {
                // A point that moved right appends a digit of unknown value.
                offer(
                        value.movePointLeft(shift).setScale(notation.decimals(), RoundingMode.DOWN),
                        RepairKind.SHIFTED_DECIMAL,
                        weight / 10);
            }
        }
    }

    private void ofInsertedDigit(String digits, String sign, int from) {
        var places = digits.length() + 1 - from;
        for (var i = from; i <= digits.length(); i++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var longer = digits.substring(0, i) + digit + digits.substring(i);
                offer(unscaled(sign + longer), RepairKind.DROPPED_DIGIT, 1.0 / (10 * places));
            }
        }
    }

    private BigDecimal unscaled(String digits) {
        return BigDecimal.valueOf(Long.parseLong(digits), notation.decimals());
    }

    private static String without(String digits, int place) {
        return digits.substring(0, place) + digits.substring(place + 1);
    }

    /** As in print: 0,04 has the digits 004. */
    private static String digits(BigDecimal value) {
        var digits = value.abs().unscaledValue().toString();
        return "0".repeat(Math.max(0, value.scale() + 1 - digits.length())) + digits;
    }
}
