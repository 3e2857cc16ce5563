package nl.doorlichting.training.registrations;

import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessionStatus;

/** Which session a registration is for. */
public record RegistrationSession(
        UUID id, String trainingType, String title, LocalDate date, TrainingSessionStatus status) {

    public static RegistrationSession from(TrainingSession session) {
        return new RegistrationSession(
                session.id(), session.trainingType(), session.title(), session.date(), session.status());
    }
}
