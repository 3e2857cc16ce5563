package nl.doorlichting.gateway.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sum of a report: of live figures, or as a release shows it. A released count that is protected has neither kinds
 * nor bounds, apart from those of a small one.
 *
 * @param approximate whether an approximate count without a margin went in, so that the bounds hold for the rest only;
 *     absent for a protected count
 * @param observations absent for a protected count
 * @param disclosure how a release protects the count; absent for one that is as counted
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
}
