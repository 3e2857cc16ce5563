package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
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
 * A reach observation in one version: its latest, or the one of the moment asked for.
 *
 * @param organisationId number of the organisation whose figure it is, as in GM0988 (number of /v1/organisations); it
 *     is not checked; null where it is not stated
 * @param roundId id of the round of research that found it; null where it is not stated
 * @param reportId id of the inventory report that it is from: it counts once the report is approved; null where it is
 *     from none
 * @param targetGroup whom the figure counts
 * @param reach number of people reached; a person who takes part twice counts twice
 * @param intensity how intensively people were reached; null where it is not stated
 * @param method how the figure was obtained; null where it is not stated
 * @param overlaps ids of other observations that may count the same people; empty if there are none
 * @param includedIn id of the tally of the same programme and target group that already counts these people, NONE, or
 *     UNKNOWN; null means UNKNOWN
 * @param inherited names of the fields that the observation does not state and its report's entry of the project does
 * @param reason why this version was made; null for the first
 * @param recordedAt when this version was made
 * @param correctionPending whether a correction or a withdrawal waits for a reviewer, of a figure whose report is approved;
 *     false for a caller that is neither researcher nor reviewer
 */
public record ReachObservationResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID roundId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Period period,
        TargetGroup targetGroup,
        Quantity reach,
        Place place,
        @Schema(nullable = true) ReachIntensity intensity,
        @Schema(nullable = true) ReachMethod method,
        List<UUID> overlaps,
        @Schema(nullable = true) String includedIn,
        List<String> inherited,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy,
        boolean correctionPending,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }
}
