package nl.doorlichting.training.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A roll call as stored, in its latest version.
 *
 * @param present how many were there, those who came unannounced among them
 * @param professions how many of each profession were present, the most first
 * @param reason why the version before was not right; null for the first
 * @param evaluationCodes one for each person present, to be handed out; shown in the answer to the roll call and nowhere
 *     else, and of a correction only those for people who were not counted before
 */
public record RollCallResponse(
        UUID sessionId,
        int present,
        int absent,
        int excused,
        TargetGroup targetGroup,
        List<ProfessionCount> professions,
        List<AttendanceResponse> attendances,
        List<String> evaluationCodes,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    static RollCallResponse from(
            UUID sessionId,
            RollCallSummary summary,
            List<ProfessionCount> professions,
            List<AttendanceResponse> attendances,
            List<String> evaluationCodes,
            List<String> allowedActions) {
        return new RollCallResponse(
                sessionId,
                summary.present(),
                summary.absent(),
                summary.excused(),
                summary.targetGroup(),
                professions,
                attendances,
                evaluationCodes,
                summary.version(),
                summary.reason(),
                summary.recordedAt(),
                "\"" + summary.version() + "\"",
                allowedActions);
    }
}
