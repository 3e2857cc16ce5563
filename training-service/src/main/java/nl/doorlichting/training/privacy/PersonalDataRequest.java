package nl.doorlichting.training.privacy;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.BodyOptional;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The person whose data is requested. It is in a body, because URLs are logged. Without a field, or without a body, it
 * is the caller; a coordinator names another person by exactly one field. Each field finds the records that have it, so
 * a coordinator asks once with each that is known.
 *
 * @param email e-mail address of the person, which finds registrations with it; absent where the person is named by
 *     another field, or is the caller
 * @param subject subject of the token of the person, which finds registrations, questions, the record as a trainer and
 *     sessions that name the trainer; absent where the person is named by another field, or is the caller
 * @param name name of the person among the members of networks, in capitals or not, which finds these networks only;
 *     absent where the person is named by another field, or is the caller
 */
@BodyOptional
public record PersonalDataRequest(
        @Size(min = 1, max = 254) String email,
        @Size(min = 1, max = 200) String subject,
        @Size(min = 1, max = 40) String name)
        implements HasCrossFieldRules {

    /** Whether the request names a person; otherwise it is about the caller. */
    boolean namesPerson() {
        return stated() > 0;
    }

    @Override
    public List<Violation> crossViolations() {
        return stated() < 2
                ? List.of()
                : List.of(Violation.body("", ViolationCode.NOT_ALLOWED, Text.of("privacy.one-person")));
    }

    private long stated() {
        return Stream.of(email, subject, name).filter(Objects::nonNull).count();
    }

    @Override
    public String toString() {
        return "PersonalDataRequest[]";
    }
}
