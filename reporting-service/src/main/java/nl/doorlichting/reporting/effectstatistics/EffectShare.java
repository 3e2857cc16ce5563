package nl.doorlichting.reporting.effectstatistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Of how many projects something is the case, a figure of its own.
 *
 * @param count projects of which it is known that it is; null when nothing is known of any project
 * @param outOf all projects of the row
 * @param unknown projects of which nothing is known, which may or may not be among them
 * @param lowest share when it is the case with none of the unknown, 0-1; null when nothing is known
 * @param highest share when it is the case with all of the unknown, 0-1; null when nothing is known
 */
@Schema(name = "EffectStatisticsShare")
record EffectShare(
        @Schema(nullable = true) Long count,
        long outOf,
        long unknown,
        @Schema(nullable = true) BigDecimal lowest,
        @Schema(nullable = true) BigDecimal highest) {

    private static final int DECIMALS = 4;

    static EffectShare of(long yes, long known, long all) {
        var unknown = all - known;
        return known == 0
                ? new EffectShare(null, all, unknown, null, null)
                : new EffectShare(yes, all, unknown, share(yes, all), share(yes + unknown, all));
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
