package nl.doorlichting.funding.budget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a programme's budget as stored. */
public record BudgetLineResponse(
        UUID id,
        String programme,
        String code,
        String name,
        @Schema(nullable = true) UUID parentId,
        boolean ceiling,
        @Schema(nullable = true) Integer position,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
