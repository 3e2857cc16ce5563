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
import nl.doorlichting.platform.json.NaturalId;

/**
 * Training figures that their source gives only as a total; a field that is absent is not stated, and at least one of
 * sessions, participants, expectedParticipants and rating is.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param trainingType code of the training type; absent for figures over all types
 * @param participants participations in held sessions
 * @param expectedParticipants participations expected in planned sessions; never part of participants
 * @param targetGroup whom the figures are about; the type's when absent
 * @param source where this is written
 * @param reference natural id of the tally, unique in the programme
 */
public record TrainingTallyRequest(
        @NotBlank @Size(max = 40) String programme,
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
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note) {}
