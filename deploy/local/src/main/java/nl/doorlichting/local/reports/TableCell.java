package nl.doorlichting.local.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats a value of a report for a table. A missing value is a dash, never a zero. */
final class TableCell {
    private static final String NOTHING = "-";

    private TableCell() {}

    static String text(JsonNode value) {
        return absent(value) ? NOTHING : value.asText();
    }

    /** 35650 as 35,650. */
    static String count(JsonNode value) {
        return absent(value) ? NOTHING : String.format(Locale.ROOT, "%,d", value.asLong());
    }

    /** 2740000.00 as 2.74, the unit of the review. No digit is lost: more decimals are shown where needed. */
    static String millions(JsonNode money) {
        if (absent(money) || absent(money.path("amount"))) {
            return NOTHING;
        }
        BigDecimal millions =
                new BigDecimal(money.path("amount").asText()).movePointLeft(6).stripTrailingZeros();
        return millions.setScale(Math.max(2, millions.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A mean, or its bounds. */
    static String rating(JsonNode rating) {
        if (absent(rating)) {
            return NOTHING;
        }
        if (!absent(rating.path("mean"))) {
            return rating.path("mean").asText();
        }
        return text(rating.path("meanLowest")) + " to " + text(rating.path("meanHighest"));
    }

    private static boolean absent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
