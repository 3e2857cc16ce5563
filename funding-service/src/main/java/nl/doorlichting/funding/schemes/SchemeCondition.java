package nl.doorlichting.funding.schemes;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty (verplichting, Awb 4:37) that every award under the scheme gets a copy of.
 *
 * @param enforceable whether the state may do something about it when it is not fulfilled
 * @param dueDate day to be fulfilled by; null when it is counted from the award, or not set
 * @param dueDaysAfterAward days from the award on; null when there is a date, or none is set
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
