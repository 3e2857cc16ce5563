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
 * @param organisationId number of the organisation that is paid, as in GM0988
 * @param reference name that the caller gave the payment, unique in its programme, as in weert/2010-1; null where it
 *     has none
 * @param status how far the payment is: a code of the codelist disbursement-statuses
 * @param amount what is paid, in euros
 * @param instalment number of the part of the award's plan of payments that this payment is for, from 1; null where it
 *     is for none
 * @param dueOn day on which the payment is due; null where none is set
 * @param budgetLineId id of the budget line that the payment is charged to; null where its award had none when it was
 *     made, until the award is given one
 * @param year budget year that the payment is charged to, as in 2026
 * @param entryId id of the budget entry that its release booked; null until it is released, and while the award is
 *     charged to no budget line
 * @param endedAt moment at which it was released or cancelled; null while it waits
 * @param endedBy subject of the token that released or cancelled it; null until then
 * @param reason why it was cancelled, in words; null unless it was
 * @param createdBy subject of the token that made the payment, which cannot release it
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
