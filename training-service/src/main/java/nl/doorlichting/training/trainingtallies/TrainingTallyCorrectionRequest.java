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
 * What a training tally should have stated. Its programme and reference stay. The target group that the former training
 * type gave goes with it, unless the change names one.
 *
 * @param reason why the tally before was wrong, in words
 * @param trainingType type of the trainings, by its code of the codelist training-types, as in GUEST_LECTURE; an
 *     unknown one is 409; absent for figures over all types
 * @param period days that the figures are about: from is included, until is not
 * @param sessions numbers of sessions; not stated if absent
 * @param participants number of people who came to held sessions; a person who came twice counts twice; not stated if
 *     absent. Beside sessions it needs the number of those held (else 400)
 * @param expectedParticipants number of people expected in planned sessions, a person expected twice counting twice;
 *     never part of participants; not stated if absent
 * @param targetGroup target group of the people whom the figures count; if absent that of the training type, without
 *     which it is required for participants
 * @param place where the trainings were: a scope and, where it is local, municipalities that exist on a day of the
 *     period; of scope UNSPECIFIED if absent
 * @param organisationId organisation that gives or receives the trainings, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param track level at which the trainings work: a code of the codelist tracks; not stated if absent
 * @param actionLine aim that the trainings serve: a code of the codelist action-lines; not stated if absent
 * @param fundingInstrument how the trainings are paid: a code of the codelist funding-instruments; not stated if absent
 * @param rating how participants rated the trainings; not stated if absent
 * @param source where the figures are written, in words: the document and its page or line
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
        @Size(min = 1, max = 2000) String note)
        implements TrainingTally.Fields {

    TrainingTallyCorrectionRequest withoutTargetGroup() {
        return new TrainingTallyCorrectionRequest(
                reason,
                trainingType,
                period,
                sessions,
                participants,
                expectedParticipants,
                null,
                place,
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                rating,
                source,
                note);
    }
}
