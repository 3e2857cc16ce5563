package nl.doorlichting.funding.reclaims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim for what was paid of an award without right to it (terugvordering), as stored.
 *
 * @param amount what is claimed back, in euros, as last corrected
 * @param received what came back of it, in euros; 0.00 if nothing
 * @param outstanding what is still to come back, in euros; 0.00 if nothing, and for a cancelled claim
 * @param dueOn last day to pay it back; null where none is set
 * @param reasons why it is claimed back, in words
 * @param receipts what came back of it with corrections of that, the first first; they come to what is received
 * @param cancelledAt moment at which it was cancelled; null while it stands
 * @param cancelledBy subject of the token of the official that cancelled it; null while it stands
 * @param cancellationReason why it was cancelled, in words; null while it stands
 * @param createdBy subject of the token that made the claim
 */
public record ReclaimResponse(
        UUID id,
        UUID awardId,
        String programme,
        String organisationId,
        Money amount,
        Money received,
        Money outstanding,
        @Schema(nullable = true) LocalDate dueOn,
        String reasons,
        List<Receipt> receipts,
        @Schema(nullable = true) Instant cancelledAt,
        @Schema(nullable = true) String cancelledBy,
        @Schema(nullable = true) String cancellationReason,
        Instant createdAt,
        String createdBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /**
     * Money that came back of a claim, or a correction of that.
     *
     * @param amount what came back, in euros; of a correction the difference, with its sign
     * @param receivedOn day on which the money came
     * @param reference name of the payment at the bank; null if none was given
     * @param correctionId id of the budget entry by which somebody had taken the money back before the receipt was
     *     recorded; null where the service booked an entry for the receipt itself
     * @param corrects id of the receipt that this one corrects; null for a receipt itself
     * @param reason why that receipt was wrong, in words; null for a receipt itself
     * @param createdBy subject of the token that recorded the receipt
     */
    @Schema(name = "ReclaimReceipt")
    public record Receipt(
            UUID id,
            Money amount,
            LocalDate receivedOn,
            @Schema(nullable = true) String reference,
            @Schema(nullable = true) UUID correctionId,
            @Schema(nullable = true) UUID corrects,
            @Schema(nullable = true) String reason,
            Instant createdAt,
            String createdBy) {}
}
