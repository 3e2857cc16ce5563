package nl.doorlichting.training.trainingtallies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingRatingRequest;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingSessionCountsRequest;

/**
 * A whole training tally, in place of a wrong one: a field that is absent is not stated. Its programme and reference
 * stay.
 *
 * @param reason why the tally before was wrong, in words
 * @param trainingType code of the training type, as in GUEST_LECTURE; absent for figures over all types
 * @param sessions numbers of sessions; not stated if absent
 * @param participants number of people who came to held sessions; a person who came twice counts twice; not stated if
 *     absent
 * @param expectedParticipants number of people expected in planned sessions, never part of participants; not stated if
 *     absent
 * @param targetGroup target group that the figures are about; that of the training type if absent, and required for
 *     participants of no type
 * @param rating how participants rated it; not stated if absent
 * @param source where this is written, in words: the document and its page or line
 */
public record TrainingTallyCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @Size(min = 1, max = 40) String trainingType,
        @NotNull Period period,
        @Valid TrainingSessionCountsRequest sessions,
        Quantity participants,
        Quantity expectedParticipants,
        TargetGroup targetGroup,
        Place place,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Valid TrainingRatingRequest rating,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note)
        implements TrainingTally.Fields {}
