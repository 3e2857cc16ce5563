package nl.doorlichting.reporting.products;

import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The use of a product.
 *
 * @param before use before the first count: NOT_MEASURED, with the reason
 * @param countedFrom first counted day, or null
 * @param counted times used since then
 */
public record ProductUseSummary(
        Quantity before, @Schema(nullable = true) LocalDate countedFrom, AggregatedQuantity counted) {

    static ProductUseSummary of(String notMeasuredBecause, List<ProductUse> uses) {
        var sum = uses.stream().map(use -> QuantitySum.of(use.quantity())).reduce(QuantitySum.ZERO, QuantitySum::plus);
        var first = uses.stream().map(use -> use.period().from()).min(LocalDate::compareTo);
        return new ProductUseSummary(new Quantity.NotMeasured(notMeasuredBecause), first.orElse(null), sum.aggregate());
    }
}
