package nl.doorlichting.training.privacy;

import jakarta.validation.constraints.Size;
import nl.doorlichting.kernel.web.BodyOptional;

/**
 * Whose personal data: never in a URL, for those are logged.
 *
 * @param email whose, for a coordinator; absent for the caller's own
 */
@BodyOptional
public record PersonalDataRequest(@Size(min = 1, max = 254) String email) {
    @Override
    public String toString() {
        return "PersonalDataRequest[]";
    }
}
