package nl.doorlichting.funding;

import java.util.Objects;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

/** The fields that a record is known by elsewhere, which no change may touch. */
public final class Fixed {
    private Fixed() {}

    /** 400 when the changed record has another value here. */
    public static void refuseChange(String pointer, Object stored, Object changed) {
        if (!Objects.equals(stored, changed)) {
            throw ProblemException.violation(Violation.body(
                    pointer, ViolationCode.NOT_ALLOWED, "The record is known by this elsewhere; it never changes."));
        }
    }
}
