package nl.doorlichting.training.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.idempotency.ShownOnce;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A roll call as stored, in its latest version.
 *
 * @param present number of people who came, each once, those who came unannounced among them
 * @param absent number of registered people who did not come and had not said so: the lines that are ABSENT
 * @param excused number of registered people who did not come and had said so: the lines that are EXCUSED
 * @param targetGroup target group of the people who came
 * @param professions how many of each profession were present, the most first; empty where no profession is known
 * @param attendances one line for each person named, then one of ABSENT for each registered person with a place who was
 *     not named; empty without any
 * @param evaluationCodes codes with which participants evaluate the session, one for each person present who has none;
 *     shown in the answer to the roll call of a coordinator and nowhere else, where it is empty, also where that request is
 *     repeated. A trainer of the session
 *     gets none: a coordinator asks for the sheet of codes
 * @param version number of the version, from 1; a correction is the next one
 * @param reason why the version before was wrong, in words; null for the first
 * @param recordedBy subject of the token that recorded the version; a pseudonym once a trainer is erased
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
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag, ShownOnce {

    @Override
    public RollCallResponse withoutSecrets() {
        return new RollCallResponse(
                sessionId,
                present,
                absent,
                excused,
                targetGroup,
                professions,
                attendances,
                List.of(),
                version,
                reason,
                recordedAt,
                recordedBy,
                etag,
                allowedActions);
    }

    /**
     * One line of a roll call.
     *
     * @param registrationId id of the registration; null for a person who came unannounced
     * @param status whether the person came, was excused or was absent
     * @param profession profession of the person: a code of the codelist professions; null where not known
     */
    public record AttendanceResponse(
            @Schema(nullable = true) UUID registrationId,
            AttendanceStatus status,
            @Schema(nullable = true) Profession profession) {}

    /**
     * The number of people of one profession who were present. A person without a known profession is in none.
     *
     * @param present number of people of this profession who came
     */
    public record ProfessionCount(Profession profession, int present) {}

    /** Every version of a roll call, the oldest first. */
    @Schema(name = "RollCallHistory")
    public record History(List<RollCallResponse> items) {}

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
                summary.recordedBy(),
                "\"" + summary.version() + "\"",
                allowedActions);
    }
}
