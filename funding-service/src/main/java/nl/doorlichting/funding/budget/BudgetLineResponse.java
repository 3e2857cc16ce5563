package nl.doorlichting.funding.budget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a programme's budget as stored.
 *
 * @param code code, unique in its programme
 * @param name name as printed in the budget
 * @param parentId id of the line above this one; null for the root
 * @param ceiling true where commitments, and apart from them payments, on this line and all lines below it come to no
 *     more in a year than is spendable here
 * @param position place among the lines with the same parent, the lowest first and equal ones by code; null comes last,
 *     by code
 */
public record BudgetLineResponse(
        UUID id,
        String programme,
        String code,
        String name,
        @Schema(nullable = true) UUID parentId,
        boolean ceiling,
        @Schema(nullable = true) Integer position,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
