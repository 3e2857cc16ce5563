package nl.doorlichting.gateway.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sum of a report: of live figures, or as a release shows it. A released count that is protected has neither kinds
 * nor bounds, apart from those of a small one.
 *
 * @param best best estimate, as a number of what the field counts; null where nothing can be added, which is never
 *     shown as 0, and for a protected count of 1 to 4
 * @param lowest lowest number that fits all counts, a worst case and no confidence interval; null where nothing can be
 *     added, and for a rounded count
 * @param highest highest number that fits all counts, a worst case and no confidence interval; null where there is no
 *     upper bound, where nothing can be added, and for a rounded count
 * @param approximate whether an approximate count without a margin went in, so that the bounds hold for the rest only;
 *     absent for a protected count
 * @param observations number of observations of each kind that went in; absent for a protected count
 * @param disclosure how a release protects the count: SMALL is 1 to 4 and hidden, ROUNDED_5 is rounded to a multiple of
 *     5; absent for a count that is as it was counted
 */
public record ReportedQuantity(
        @Schema(nullable = true) Long best,
        @Schema(nullable = true) Long lowest,
        @Schema(nullable = true) Long highest,

        @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean approximate,

        @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
        @JsonInclude(JsonInclude.Include.NON_NULL)
        AggregatedQuantity.Observations observations,

        @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
        @JsonInclude(JsonInclude.Include.NON_NULL)
        CountDisclosure disclosure) {

    /** A sum of live figures; null for null. */
    public static ReportedQuantity of(AggregatedQuantity sum) {
        return sum == null
                ? null
                : new ReportedQuantity(
                        sum.best(), sum.lowest(), sum.highest(), sum.approximate(), sum.observations(), null);
    }

    /** A count as a release shows it; null for null. */
    public static ReportedQuantity of(DisclosedCount count) {
        return count == null
                ? null
                : new ReportedQuantity(count.best(), count.lowest(), count.highest(), null, null, count.disclosure());
    }

    /** What is computed of it goes on with this; null without a number. How far a rounded count may be off is not stated. */
    public DerivedQuantity toDerived() {
        if (best == null) {
            return null;
        }
        return disclosure == null
                ? DerivedQuantity.of(best, lowest, highest, Boolean.TRUE.equals(approximate))
                : DerivedQuantity.about(BigDecimal.valueOf(best));
    }
}
