package nl.doorlichting.training.trainingtallies;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training tally as it stands now: its latest version.
 *
 * @param reason why the version before was wrong; null in the first version
 */
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

    /** The number of sessions of a tally; null where it is not stated. */
    public record TrainingSessionCountsResponse(
            @Schema(nullable = true) Integer planned,
            @Schema(nullable = true) Integer held,
            @Schema(nullable = true) Integer cancelled,
            @Schema(nullable = true) Integer toCome,
            @Schema(nullable = true) Integer neverHeld) {

        boolean statesNothing() {
            return Stream.of(planned, held, cancelled, toCome, neverHeld).allMatch(Objects::isNull);
        }
    }

    /**
     * How participants rated, on a scale of 1 to 10.
     *
     * @param mean null when only its bounds are known
     * @param n the number of answers; null when it is not stated
     */
    public record TrainingRatingResponse(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n) {}
}
