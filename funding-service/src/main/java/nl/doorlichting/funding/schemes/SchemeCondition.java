package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty (verplichting, Awb 4:37) that every award under the scheme gets a copy of.
 *
 * @param text what the recipient has to do, in words
 * @param enforceable true where the state may do something about it when the duty is not fulfilled; its copy in an
 *     award of a decentralisation grant never has true
 * @param dueDate last day to fulfil it; null where it counts from the award, or has no term
 * @param dueDaysAfterAward last day to fulfil it, in calendar days after the day of the decision; null where it has a
 *     fixed day, or no term
 */
@Embeddable
public record SchemeCondition(
        String text,
        boolean enforceable,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true) Integer dueDaysAfterAward) {

    /** That the state cannot enforce a condition of a decentralisation grant, which a municipality spends freely. */
    public static Violation notEnforceable(String pointer) {
        return Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("condition.not-enforceable"));
    }

    /** The day to be fulfilled by for an award of this day; null when none is set. */
    public LocalDate dueFor(LocalDate awarded) {
        return dueDaysAfterAward == null ? dueDate : awarded.plusDays(dueDaysAfterAward);
    }
}
