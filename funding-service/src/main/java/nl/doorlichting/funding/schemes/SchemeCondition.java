package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty (verplichting, Awb 4:37) that every award under the scheme gets a copy of.
 *
 * @param text what the recipient has to do
 * @param enforceable whether the state may do something about it when it is not fulfilled
 * @param dueDate fixed day by which it is done; null where it counts from the award or has none
 * @param dueDaysAfterAward days after the award by which it is done; null where it has a fixed day or none
 */
@Embeddable
public record SchemeCondition(
        String text,
        boolean enforceable,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true) Integer dueDaysAfterAward) {

    /** The day to be fulfilled by for an award of this day; null when none is set. */
    public LocalDate dueFor(LocalDate awarded) {
        return dueDaysAfterAward == null ? dueDate : awarded.plusDays(dueDaysAfterAward);
    }
}
