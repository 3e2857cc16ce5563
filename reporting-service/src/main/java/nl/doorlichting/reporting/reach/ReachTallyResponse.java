package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reach tally in one version: its latest, or the one of the moment asked for.
 *
 * @param reason why the version before was wrong, in words; null in the first version
 */
public record ReachTallyResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID roundId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Period period,
        TargetGroup targetGroup,
        Quantity reach,
        Place place,
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
