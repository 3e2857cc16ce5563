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
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reach tally in one version: its latest, or the one of the moment asked for.
 *
 * @param organisationId number of the organisation whose figure it is, as in GM0988 (number of /v1/organisations); it
 *     is not checked; null where it is not stated
 * @param roundId id of the round of research that found it; null where it is of none
 * @param targetGroup whom the figure counts: a code of the codelist target-groups
 * @param reach number of people of the target group that were reached; a person who takes part twice counts twice
 * @param reason why the version before was wrong; null in the first version
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
