package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import java.util.List;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.HeadCountResponse;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a session stated, and how many came to it, each in every version.
 *
 * @param sessions versions of the session, the oldest first and at most the last 200; of before versions were kept whole
 *     there are none
 * @param headCounts versions of the count without names, the oldest first; empty where there is none
 * @param rollCalls versions of the counts of the roll call, the oldest first; empty where there is none
 */
public record TrainingSessionHistory(
        List<TrainingSessionVersion> sessions, List<HeadCountResponse> headCounts, List<RollCallSummary> rollCalls) {

    /**
     * A session as it stood for some time.
     *
     * @param recordedAt from when it stood so
     * @param replacedAt until when; null where it still stood so, also at the moment that is asked for
     * @param session the session, with the numbers of registered and waiting people at the end of that time; nothing can be
     *     done with what was replaced
     */
    @Schema(name = "TrainingSessionVersion")
    public record TrainingSessionVersion(
            Instant recordedAt, @Schema(nullable = true) Instant replacedAt, TrainingSessionResponse session) {}
}
