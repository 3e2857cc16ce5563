package nl.doorlichting.training.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.training.advicequestions.AdviceQuestionTexts.AskedQuestion;
import nl.doorlichting.training.calendars.CalendarFeedResponse;
import nl.doorlichting.training.networks.NetworkMembers.Membership;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.registrations.RegistrationStatus;
import nl.doorlichting.training.registrations.Registrations.PersonRegistration;
import nl.doorlichting.training.trainers.TrainerRecords.TrainerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is kept of one person, as far as the request finds it; empty for an unknown person.
 *
 * @param records registrations of the person and what became of them; empty where there is none, or the request has
 *     only a name
 * @param adviceQuestions questions for advice that the person asked; empty where there is none, where the request has
 *     an e-mail address or a name, and where a coordinator asks for its own data
 * @param trainer the person's record as a trainer; null where there is none, or the request has an e-mail address or a
 *     name
 * @param trainings sessions that name the person as a trainer; empty where there is none, or the request has an e-mail
 *     address or a name
 * @param networks networks that name the person as a member; empty where there is none, or the request has no name
 * @param calendarFeeds feeds of the person's calendar, without their addresses; empty where there is none, or the request
 *     has an e-mail address or a name
 */
public record PersonalDataExportResponse(
        List<PersonalDataRecord> records,
        List<AskedQuestion> adviceQuestions,
        @Schema(nullable = true) TrainerRecord trainer,
        List<RegistrationSession> trainings,
        List<Membership> networks,
        List<CalendarFeedResponse> calendarFeeds) {

    /**
     * All that is kept of one person about one session.
     *
     * @param registrationId id of the registration
     * @param session the session that the person registered for
     * @param status whether the registration has a place, waits, or is cancelled
     * @param subject subject of the token with which the person registered; null when a coordinator registered the
     *     person
     * @param name name of the person; null where it is not stated
     * @param email e-mail address of the person; null where it is not stated
     * @param profession profession of the person: a code of the codelist professions; null where it is not known
     * @param attendance what became of the person in the latest roll call of the session; null where there is no roll
     *     call, or it does not have the registration
     * @param registeredAt moment at which the person was registered
     */
    public record PersonalDataRecord(
            UUID registrationId,
            RegistrationSession session,
            RegistrationStatus status,
            @Schema(nullable = true) String subject,
            @Schema(nullable = true) String name,
            @Schema(nullable = true) String email,
            @Schema(nullable = true) Profession profession,
            @Schema(nullable = true) AttendanceStatus attendance,
            Instant registeredAt) {

        static PersonalDataRecord from(PersonRegistration registration, AttendanceStatus attendance) {
            return new PersonalDataRecord(
                    registration.id(),
                    registration.session(),
                    registration.status(),
                    registration.subject(),
                    registration.name(),
                    registration.email(),
                    registration.profession(),
                    attendance,
                    registration.createdAt());
        }

        @Override
        public String toString() {
            return "PersonalDataRecord[registrationId=" + registrationId + "]";
        }
    }
}
