package nl.doorlichting.funding.disbursements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment of an award as it stands.
 *
 * @param status how far the payment is
 * @param amount what is paid, in euros
 * @param instalment number of the part of the award's plan that it pays; null when of none
 * @param dueOn day on which it is to be paid; null where none is set
 * @param budgetLineId line that it is charged to; null while its award stands without one
 * @param year budget year that it is charged to
 * @param entryId the budget entry that its release booked; null before, and while there is no budget line
 * @param endedAt when it was released or cancelled; null while it waits
 * @param reason why it was cancelled; null otherwise
 */
public record DisbursementResponse(
        UUID id,
        UUID awardId,
        String programme,
        String organisationId,
        @Schema(nullable = true) String reference,
        DisbursementStatus status,
        Money amount,
        @Schema(nullable = true) Integer instalment,
        @Schema(nullable = true) LocalDate dueOn,
        @Schema(nullable = true) UUID budgetLineId,
        int year,
        @Schema(nullable = true) UUID entryId,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) String endedBy,
        @Schema(nullable = true) String reason,
        Instant createdAt,
        String createdBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
