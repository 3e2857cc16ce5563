package nl.doorlichting.funding.competitions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that was put out to tender, as stored.
 *
 * @param year calendar year of the contract, as in 2009; null where not known
 * @param tender what was put out to tender: its title or number
 * @param winner supplier that won the contract, by name; null where not known
 * @param organisationId number of the organisation that won the contract, as in SIPI; null where it is not recorded
 * @param projectId project of the same programme that the contract is for, by its id; null where none is named
 * @param amount price of the contract, in euros; null where not known
 * @param reasons why this supplier was chosen, in words; null where not known
 * @param reference name that the caller gave the record, unique in its programme, as in weert/2010-1; null where it has
 *     none
 */
public record ProcurementResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) Integer year,
        String tender,
        @Schema(nullable = true) String winner,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) Money amount,
        @Schema(nullable = true) String reasons,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
