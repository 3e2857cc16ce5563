package nl.doorlichting.funding.awardtallies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award tally in one version: its latest, or the one of the moment asked for.
 *
 * @param fundingInstrument how the money of these awards goes out: a code of the codelist funding-instruments
 * @param count number of awards that the source gives, with how certain it is
 * @param reference name that the caller gave the record, unique in its programme, as in weert/2010-1; null where it has
 *     none
 * @param reason why the version before was wrong; in the last one of a withdrawn tally why
 *     it is withdrawn; null in the first version
 * @param recordedBy subject of the token that recorded this version
 */
public record AwardTallyResponse(
        UUID id,
        String programme,
        FundingInstrument fundingInstrument,
        Period period,
        Quantity count,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
