package nl.doorlichting.funding.organisations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;

/**
 * A new organisation.
 *
 * @param number natural id, as tokens carry it: of a municipality its municipality code
 * @param municipality code of the municipality that it is, or is in
 */
public record OrganisationRequest(
        @NotNull @Pattern(regexp = NUMBER) String number,
        @NotBlank @Size(max = 200) String name,
        @NotNull OrganisationKind kind,
        @Pattern(regexp = "^GM[0-9]{4}$") String municipality) {

    /** The number is the last segment of a path. */
    private static final String NUMBER = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";
}
