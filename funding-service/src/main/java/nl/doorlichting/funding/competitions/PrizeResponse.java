package nl.doorlichting.funding.competitions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A prize that was won, as stored.
 *
 * @param year calendar year in which the prize was won, as in 2010
 * @param name name of the prize
 * @param winner winner by name, as the source has it; null where the source names none
 * @param organisationId number of the organisation that won the prize, as in GM0988; null where it is not recorded
 * @param projectId project of the same programme that won the prize, by its id; null where none is named
 * @param amount money that went with the prize, in euros; null where not known
 * @param why why the prize was won, in words; null where not known
 * @param reference name that the caller gave the record, unique in its programme, as in weert/2010-1; null where it has
 *     none
 */
public record PrizeResponse(
        UUID id,
        String programme,
        int year,
        String name,
        @Schema(nullable = true) String winner,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) Money amount,
        @Schema(nullable = true) String why,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
