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
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training tally in one version: its latest, or the one of the moment asked for.
 *
 * @param trainingType type of the trainings, by its code of the codelist training-types, as in GUEST_LECTURE; null for
 *     figures over all types
 * @param sessions numbers of sessions; null where they are not stated
 * @param participants number of people who came to held sessions; a person who came twice counts twice; null where it
 *     is not stated
 * @param expectedParticipants number of people expected in planned sessions, a person expected twice counting twice;
 *     never part of participants; null where it is not stated
 * @param targetGroup target group of the people whom the figures count: the stated one, else that of the training type
 *     when the tally was recorded; null where neither was stated
 * @param place where the trainings were: a scope and, where it is local, municipalities that exist on a day of the
 *     period; of scope UNSPECIFIED where none is stated
 * @param rating how participants rated the trainings; null where it is not stated
 * @param reason why the version before was wrong, in words; null in the first version
 * @param withdrawal why the tally counts nowhere any more; null unless this version withdraws it
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
        String recordedBy,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /**
     * The number of sessions of a tally; null where it is not stated.
     *
     * @param planned number of sessions that were planned, whatever became of them; null where it is not stated
     * @param held number of sessions that took place; null where it is not stated
     * @param cancelled number of sessions that were called off; null where it is not stated
     * @param toCome number of sessions that were still to come when the source counted; null where it is not stated
     * @param neverHeld number of sessions of past days that were neither held nor called off; null where it is not
     *     stated
     */
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
     * @param mean mean rating, from 1 to 10; null where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param meanHighest upper bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param n number of answers behind the mean; null where it is not stated, and with bounds
     */
    public record TrainingRatingResponse(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n) {}
}
