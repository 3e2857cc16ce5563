package nl.doorlichting.training.trainingtypes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.doorlichting.kernel.vocabulary.TargetGroup;

/**
 * A new training type.
 *
 * @param code natural id, such as GUEST_LECTURE
 * @param name English name
 * @param nameDutch name as the source has it
 * @param targetGroup whom its sessions are for, unless they say otherwise
 */
public record TrainingTypeRequest(
        @NotBlank @Size(max = 40) @Pattern(regexp = CODE) String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String nameDutch,
        @NotNull TargetGroup targetGroup) {

    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}
