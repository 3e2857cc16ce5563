package nl.doorlichting.funding;

import java.util.Objects;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The fields that a record is known by elsewhere, which no change may touch. */
public final class ImmutableFields {
    private ImmutableFields() {}

    /** 400 when the changed record has another value here. */
    public static void refuseChange(String pointer, Object stored, Object changed) {
        if (!Objects.equals(stored, changed)) {
            throw ProblemException.violation(
                    Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("record.immutable-field")));
        }
    }
}
