package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a cost breakdown; in a draft any field may be absent.
 *
 * @param amount more than zero
 */
@Schema(name = "ApplicationCostLineRequest")
public record CostLineRequest(
        CostCategory category, @Size(max = 500) String description, Money amount) {

    static CostLineRequest of(CostLine line) {
        return new CostLineRequest(line.category(), line.description(), line.money());
    }
}
