package nl.doorlichting.funding.conditions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty attached to an award, as it stands today.
 *
 * @param enforceable whether the state can do something about it
 * @param status how it stands today
 * @param source where the duty is taken from; null where it is the system's own
 */
@Schema(name = "AwardConditionResponse")
public record ConditionResponse(
        UUID id,
        UUID awardId,
        String text,
        boolean enforceable,
        ConditionStatus status,
        boolean fulfilled,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(nullable = true) LocalDate fulfilledOn,
        @Schema(nullable = true) String evidence,
        @Schema(nullable = true) String source,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }
}
