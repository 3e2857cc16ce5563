package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a roll call found, as it stands now: the latest version.
 *
 * @param present how many were there, those who came unannounced among them
 */
public record RollCallSummary(
        int present,
        int absent,
        int excused,
        TargetGroup targetGroup,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt) {

    static RollCallSummary from(HeadCount count) {
        return count == null || !count.isRollCall()
                ? null
                : new RollCallSummary(
                        count.present(),
                        count.absent,
                        count.excused,
                        count.targetGroup,
                        count.version,
                        count.reason,
                        count.recordedAt);
    }
}
