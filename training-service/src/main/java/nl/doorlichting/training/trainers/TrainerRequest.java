package nl.doorlichting.training.trainers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A trainer; a field that is absent is not stated. Only label and organisationId can be changed later.
 *
 * @param subject subject of the token of the trainer, by which it sees its own sessions. It cannot be changed: another
 *     value is 400
 * @param label what the trainer does or where, such as "instructor, police academy"; not a name, but kept as one is,
 *     and erased some years after the last session
 * @param organisationId number of the organisation that the trainer works for, as in SIPI (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param trainedBy id of the trainer who trained this one; absent for the first generation, or where not known. It
 *     cannot be changed: another value, or to empty it, is 400
 * @param trainedInSessionId id of the train-the-trainer session in which that was; not known if absent. It cannot be
 *     changed: another value, or to empty it, is 400
 * @param trainedOn day on which the trainer was trained; sessions before it do not count as given since; not known if
 *     absent. It cannot be changed: another value, or to empty it, is 400
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
