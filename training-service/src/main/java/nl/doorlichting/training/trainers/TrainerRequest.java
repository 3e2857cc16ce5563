package nl.doorlichting.training.trainers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A person who gives trainings. Only label and organisationId can be changed later.
 *
 * @param subject subject of the token of the trainer, by which the trainer sees its own sessions; one of another
 *     trainer is 409. It cannot be changed: another value is 400
 * @param label what the trainer does or where, such as "instructor, police academy"; not a name, but kept as one is,
 *     and erased some years after the last session
 * @param organisationId number of the organisation that the trainer works for, as in SIPI (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainedBy trainer who trained this one, by the id of that trainer (id of /v1/trainers), an unknown one being
 *     409; absent for the first generation, or where not known. It cannot be changed: another value, or to empty it, is
 *     400
 * @param trainedInSessionId train-the-trainer session in which this trainer was trained, by its id (id of
 *     /v1/training-sessions), an unknown one being 409; not known if absent. It cannot be changed: another value, or to
 *     empty it, is 400
 * @param trainedOn day on which the trainer was trained: only sessions of that day or later count as given since; if
 *     absent those since the session of trainedInSessionId, or all without that too. It cannot be changed: another
 *     value, or to empty it, is 400
 */
public record TrainerRequest(
        @NotBlank @Size(max = 200) @NaturalId String subject,
        @NotBlank @Size(max = 200) String label,
        @Size(min = 1, max = 40) String organisationId,
        UUID trainedBy,
        UUID trainedInSessionId,
        LocalDate trainedOn) {

    /** Without the label, which may name a person. */
    @Override
    public String toString() {
        return "TrainerRequest";
    }

    /** Whether both are the same trainer, apart from label and organisation. */
    boolean isSameTrainer(TrainerRequest other) {
        return equals(new TrainerRequest(
                other.subject, label, organisationId, other.trainedBy, other.trainedInSessionId, other.trainedOn));
    }
}
