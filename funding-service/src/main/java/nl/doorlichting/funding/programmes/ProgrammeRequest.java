package nl.doorlichting.funding.programmes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.period.Period;

/**
 * A new programme.
 *
 * @param code code by which everything else names the programme, as in APR-2007-2011. It cannot be changed: another
 *     value is 400
 * @param name name in English
 * @param nameDutch Dutch name, by which the programme was published; absent where it is the same
 * @param period days on which the programme runs. In a PATCH it is sent whole
 */
public record ProgrammeRequest(
        @NotBlank @Size(max = 40) @Pattern(regexp = CODE, message = FormTexts.CODE)
        String code,

        @NotBlank @Size(max = 200) String name,
        @Size(min = 1, max = 200) String nameDutch,
        @NotNull Period period) {

    /** It stands in addresses and in other systems: no spaces and no control characters. */
    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}
