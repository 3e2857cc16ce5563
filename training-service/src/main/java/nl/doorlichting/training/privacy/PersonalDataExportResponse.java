package nl.doorlichting.training.privacy;

import java.util.List;
import nl.doorlichting.training.advicequestions.AdviceQuestionTexts.AskedQuestion;
import nl.doorlichting.training.networks.NetworkMembers.Membership;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.trainers.TrainerRecords.TrainerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is kept of one person; nothing of who is not known.
 *
 * @param records registrations
 * @param adviceQuestions questions for advice that the person asked
 * @param trainer the person's record as a trainer; null without one
 * @param trainings sessions that name the person as a trainer
 * @param networks networks that name the person as a member
 */
public record PersonalDataExportResponse(
        List<PersonalDataRecord> records,
        List<AskedQuestion> adviceQuestions,
        @Schema(nullable = true) TrainerRecord trainer,
        List<RegistrationSession> trainings,
        List<Membership> networks) {}
