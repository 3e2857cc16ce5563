package nl.doorlichting.training.trainingtypes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * A training type.
 *
 * @param code code by which sessions, tallies and the codelist training-types name the type, unique; capitals and small
 *     letters count as the same.
 *     It cannot be changed: another value is 400
 * @param name name of the type in English
 * @param nameDutch name of the type in Dutch, as in the source
 * @param targetGroup whom the trainings are for; it is the target group of counts and tallies that state none
 * @param phenomenon what trainings of the type are about: a code of the codelist phenomena; absent where they are about
 *     several, or about none in particular
 * @param retentionDays number of days after a session for which names and e-mail addresses of registered people are
 *     kept; 90 if absent
 */
public record TrainingTypeRequest(
        @NotBlank @Size(max = 40) @Pattern(regexp = CODE, message = FormTexts.CODE)
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String nameDutch,
        @NotNull TargetGroup targetGroup,
        Phenomenon phenomenon,
        @Min(0) @Max(3650) Integer retentionDays) {

    static final int USUAL_RETENTION_DAYS = 90;

    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}
