package nl.doorlichting.training.trainers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.RetentionConfig;
import nl.doorlichting.training.trainingsessions.TrainingSessions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Trainers as people, in records and in sessions. Other features call this within a transaction of theirs. */
@ApplicationScoped
public class TrainerRecords implements PersonalDataUpkeep {
    private final TrainerRepository trainers;
    private final TrainingSessions sessions;
    private final PersonalData data;
    private final RetentionConfig retention;
    private final DutchCalendar calendar;

    TrainerRecords(
            TrainerRepository trainers,
            TrainingSessions sessions,
            PersonalData data,
            RetentionConfig retention,
            DutchCalendar calendar) {
        this.trainers = trainers;
        this.sessions = sessions;
        this.data = data;
        this.retention = retention;
        this.calendar = calendar;
    }

    /**
     * All that is kept of one trainer, but for the sessions.
     *
     * @param subject subject of the token of the trainer
     * @param label what the trainer does or where
     * @param organisationId number of the organisation that the trainer works for, as in SIPI (number of
     *     /v1/organisations); it is not checked; null where it is not stated
     * @param trainedBy trainer who trained this one, by the id of that trainer; null for the first generation, or where
     *     not known
     * @param trainedInSessionId id of the training session in which the trainer was trained; null where not known
     * @param trainedOn day on which the trainer was trained; null where not known
     */
    public record TrainerRecord(
            UUID id,
            String subject,
            String label,
            @Schema(nullable = true) String organisationId,
            @Schema(nullable = true) UUID trainedBy,
            @Schema(nullable = true) UUID trainedInSessionId,
            @Schema(nullable = true) LocalDate trainedOn,
            Instant createdAt) {

        @Override
        public String toString() {
            return "TrainerRecord[id=" + id + "]";
        }
    }

    /** The record of this account, if there is one. */
    public Optional<TrainerRecord> ofSubject(String subject) {
        return trainers.findBySubject(subject).map(trainer -> {
            var stated = trainer.toRequest(data);
            return new TrainerRecord(
                    trainer.id(),
                    stated.subject(),
                    stated.label(),
                    stated.organisationId(),
                    stated.trainedBy(),
                    stated.trainedInSessionId(),
                    stated.trainedOn(),
                    trainer.createdAt());
        });
    }

    /** Erases the trainer in the record and in the sessions and returns in how many. The sessions stay together. */
    public int erase(String subject) {
        var record = trainers.findForChange(subject);
        var pseudonym =
                record.map(trainer -> trainer.erase(calendar.now())).orElseGet(() -> "erased " + UUID.randomUUID());
        return (record.isPresent() ? 1 : 0) + sessions.replaceTrainer(subject, pseudonym);
    }

    @Override
    public int eraseOverdue(int atMost) {
        var found = trainers.lastSeenBefore(last(), atMost);
        found.forEach(trainer -> {
            var subject = trainer.subject();
            sessions.replaceTrainer(subject, trainer.erase(calendar.now()));
        });
        return found.size();
    }

    @Override
    public Overdue overdue() {
        return trainers.overdue(last());
    }

    @Override
    public int reseal(int atMost) {
        var found = trainers.toSeal(data, atMost);
        found.forEach(trainer -> trainer.seal(data));
        return found.size();
    }

    private LocalDate last() {
        return calendar.today().minusDays(retention.trainerDays());
    }
}
