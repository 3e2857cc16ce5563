package nl.doorlichting.funding.budget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry on a budget line as stored. What it says never changes.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param lineId id of the line of the budget on which the entry is booked
 * @param year budget year that the entry is of, as in 2009
 * @param kind what the entry does to the budget of its line: a code of the codelist budget-entry-kinds
 * @param amount amount in euros, with its sign: BUDGETED above zero adds to the budget of the line, below zero takes
 *     from it; REALLOCATION above zero leaves the line, below zero comes in; COMMITMENT and DISBURSEMENT are above
 *     zero; a correction has the opposite sign of what it corrects; zero only beside belowThreshold
 * @param destination where reallocated money goes to or comes from, as printed; null unless it is a REALLOCATION
 * @param reallocationReason why the money was moved; null unless it is a REALLOCATION
 * @param corrects id of the entry that this one takes back, wholly or in part; null unless it does
 * @param awardId id of the award that the service itself booked this for; null for an entry that a caller recorded,
 *     also where that corrects an entry of an award
 * @param roundedTo step to a multiple of which the amount is rounded, in euros, as in 10000.00; null for an exact
 *     amount
 * @param belowThreshold the source states only that the amount is below this one, in euros; amount is then the estimate
 *     that sums add up, which may be 0.00; null where the source states the amount
 * @param status whether it counts: a DISBURSEMENT that was entered by hand waits until a second person releases it
 * @param endedAt when it was released or cancelled; null while it waits, and where it never waited
 * @param endedBy subject of the token that released or cancelled it; null likewise
 * @param reason why it was cancelled, in words; null unless it was
 * @param source where the amount is written, in words: the document and its page or line. Of an entry that the service
 *     booked itself, what it was booked for: award with its number, disbursement with its id, or reclaim with its id
 * @param reference name that the caller gave the record, unique in its programme, as in weert/2010-1; null where it has
 *     none, as an entry that the service booked itself
 * @param note remark of the person that recorded it, in words; null if there is none, as of an entry that the service
 *     booked itself
 */
public record BudgetEntryResponse(
        UUID id,
        String programme,
        UUID lineId,
        int year,
        BudgetEntryKind kind,
        Money amount,
        @Schema(nullable = true) String destination,
        @Schema(nullable = true) ReallocationReason reallocationReason,
        @Schema(nullable = true) UUID corrects,
        @Schema(nullable = true) UUID awardId,
        @Schema(nullable = true) Money roundedTo,
        @Schema(nullable = true) Money belowThreshold,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        BudgetEntryStatus status,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) String endedBy,
        @Schema(nullable = true) String reason,
        Instant createdAt,
        String createdBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
