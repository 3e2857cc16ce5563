package nl.doorlichting.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The last correction of a record.
 *
 * @param correctedAt when the record was corrected
 * @param correctedBy subject of the token that corrected it
 * @param reason why what it stated before was wrong, in words
 */
@Embeddable
public record RecordCorrection(
        @Column(name = "corrected_at") Instant correctedAt,
        @Column(name = "corrected_by") String correctedBy,
        @Column(name = "correction_reason") String reason) {

    /** 400 for a correction that leaves everything as it is. */
    public static void refuseUnchanged(Object before, Object corrected) {
        if (before.equals(corrected)) {
            throw ProblemException.violation(
                    Violation.body("", ViolationCode.REQUIRED, Text.of("record.nothing-corrected")));
        }
    }
}
