package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many came to a session, as it stands now: the latest version. */
public record HeadCountResponse(
        Quantity participants,
        TargetGroup targetGroup,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt) {

    static HeadCountResponse from(HeadCount count) {
        return count == null || count.isRollCall()
                ? null
                : new HeadCountResponse(
                        count.participants.toQuantity(),
                        count.targetGroup,
                        count.version,
                        count.reason,
                        count.recordedAt);
    }
}
