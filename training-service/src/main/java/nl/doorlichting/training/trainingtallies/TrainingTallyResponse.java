package nl.doorlichting.training.trainingtallies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A training tally as it stands now: its latest version. */
public record TrainingTallyResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String trainingType,
        Period period,
        @Schema(nullable = true) TrainingSessionCountsResponse sessions,
        @Schema(nullable = true) Quantity participants,
        @Schema(nullable = true) Quantity expectedParticipants,
        @Schema(nullable = true) TargetGroup targetGroup,
        Place place,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        @Schema(nullable = true) TrainingRatingResponse rating,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    static TrainingTallyResponse from(TrainingTally tally, boolean correctable) {
        return new TrainingTallyResponse(
                tally.tallyId,
                tally.programme,
                tally.trainingType,
                tally.period(),
                TrainingSessionCountsResponse.from(tally),
                TrainingTally.quantity(tally.participants),
                TrainingTally.quantity(tally.expectedParticipants),
                tally.targetGroup,
                tally.place.toPlace(),
                tally.organisationId,
                tally.track,
                tally.actionLine,
                tally.fundingInstrument,
                TrainingRatingResponse.from(tally.rating),
                tally.source,
                tally.reference,
                tally.note,
                tally.version,
                tally.reason,
                tally.recordedAt,
                "\"" + tally.version + "\"",
                correctable ? List.of("corrections") : List.of());
    }
}
