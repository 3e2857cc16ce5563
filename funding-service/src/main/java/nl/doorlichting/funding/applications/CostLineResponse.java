package nl.doorlichting.funding.applications;

import nl.doorlichting.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a cost breakdown as stored; null is not stated yet. */
@Schema(name = "ApplicationCostLine")
public record CostLineResponse(
        @Schema(nullable = true) CostCategory category,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) Money amount) {

    static CostLineResponse from(CostLine line) {
        return new CostLineResponse(line.category(), line.description(), line.money());
    }
}
