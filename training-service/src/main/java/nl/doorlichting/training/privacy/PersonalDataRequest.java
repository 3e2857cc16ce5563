package nl.doorlichting.training.privacy;

import jakarta.validation.constraints.Size;

/**
 * Whose personal data: never in a URL, for those are logged.
 *
 * @param email whose, for a coordinator; absent for the caller's own
 */
public record PersonalDataRequest(@Size(min = 1, max = 254) String email) {
    @Override
    public String toString() {
        return "PersonalDataRequest[]";
    }
}
