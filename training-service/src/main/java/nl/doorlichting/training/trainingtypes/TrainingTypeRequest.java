package nl.doorlichting.training.trainingtypes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * A training type.
 *
 * @param code natural id, such as GUEST_LECTURE
 * @param name English name
 * @param nameDutch name as the source has it
 * @param targetGroup whom its sessions are for, unless they say otherwise
 * @param phenomenon what it is about, when it is about one thing
 * @param retentionDays how many days after a session the names of those registered are kept; 90 when absent
 */
public record TrainingTypeRequest(
        @NotBlank @Size(max = 40) @Pattern(regexp = CODE) String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String nameDutch,
        @NotNull TargetGroup targetGroup,
        Phenomenon phenomenon,
        @Min(0) @Max(3650) Integer retentionDays) {

    static final int USUAL_RETENTION_DAYS = 90;

    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    /** What could have been sent to record the type as it is now. */
    static TrainingTypeRequest of(TrainingType type) {
        return new TrainingTypeRequest(
                type.code, type.name, type.nameDutch, type.targetGroup, type.phenomenon, type.retentionDays);
    }
}
