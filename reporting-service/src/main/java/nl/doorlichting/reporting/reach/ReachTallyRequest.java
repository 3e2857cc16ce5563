package nl.doorlichting.reporting.reach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import nl.doorlichting.platform.json.NaturalId;

/**
 * A reach figure that its source gives only as a total; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param organisationId number of the organisation that carries out the activities, as in GM0988 (number of
 *     /v1/organisations); it is not checked; absent where none is stated, or there are several
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that found the total; the days of the round
 *     contain those of the total; absent where it is of none
 * @param track level at which the activities work: a code of the codelist tracks; absent where it is not stated
 * @param actionLine aim of the activities: a code of the codelist action-lines; absent where it is not stated
 * @param fundingInstrument how the money for the activities goes out: a code of the codelist funding-instruments;
 *     absent where it is not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated
 * @param phenomena what the activities are about: codes of the codelist phenomena; empty where not stated
 * @param period days that the total is about
 * @param targetGroup whom the total counts: a code of the codelist target-groups
 * @param reach number of people of the target group that the activities reached in the period together, in
 *     participations: a person who takes part twice counts twice
 * @param place where the activities were: a scope and, where it is local, municipalities that exist on a day of the
 *     period; of scope UNSPECIFIED where none is stated
 * @param source where the total is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 */
public record ReachTallyRequest(
        @NotBlank @Size(max = 40) String programme,
        @Size(min = 1, max = 40) String organisationId,
        UUID roundId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        @NotNull Period period,
        @NotNull TargetGroup targetGroup,
        @NotNull Quantity reach,
        Place place,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements ReachStatement {}
