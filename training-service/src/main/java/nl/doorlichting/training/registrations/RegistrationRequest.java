package nl.doorlichting.training.registrations;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.bodies.BodyOptional;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A person who wants to take part. A coordinator registers others, by name and e-mail address. A professional registers
 * itself and may leave both out.
 *
 * @param name name of the person; stated together with email or not at all (else 400), and required of a coordinator
 *     who registers another person; not stated if absent
 * @param email e-mail address of the person, by which the same person is known again in a session; a professional can
 *     state its own verified one only (else 403); stated together with name or not at all (else 400), and required of a
 *     coordinator who registers another person; not stated if absent
 * @param profession profession of the person: a code of the codelist professions; not known if absent
 */
@BodyOptional
public record RegistrationRequest(
        @Size(min = 1, max = 200) @Pattern(regexp = NOT_BLANK, message = FormTexts.NOT_BLANK)
        String name,

        @Size(max = 254) @Pattern(regexp = EMAIL, message = FormTexts.E_MAIL)
        String email,

        Profession profession)
        implements HasCrossFieldRules {

    private static final String NOT_BLANK = "^[\\s\\S]*\\S[\\s\\S]*$";
    private static final String EMAIL = "^[^@\\s]+@[^@\\s]+$";

    @Override
    public List<Violation> crossViolations() {
        return (name == null) == (email == null) ? List.of() : missing();
    }

    /** The request that would make the registration as it is now. */
    static RegistrationRequest of(SealedPerson.Person person, Profession profession) {
        return new RegistrationRequest(person.name(), person.email(), profession);
    }

    /** Without the person: a record's own text would carry the name into any message. */
    @Override
    public String toString() {
        return "RegistrationRequest";
    }

    /** The fields that the registration of another person lacks. */
    List<Violation> missing() {
        return missingAt("");
    }

    /** The same of a request that stands within another, at this pointer. */
    List<Violation> missingAt(String pointer) {
        var missing = new ArrayList<Violation>();
        if (name == null) {
            missing.add(required(pointer + "/name"));
        }
        if (email == null) {
            missing.add(required(pointer + "/email"));
        }
        return missing;
    }

    private static Violation required(String pointer) {
        return Violation.body(pointer, ViolationCode.REQUIRED, Text.of("registration.name-with-address"));
    }
}
