package nl.doorlichting.reporting.reach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
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
import nl.doorlichting.platform.json.NaturalId;

/**
 * A new reach observation; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param organisationId number of the organisation whose figure it is, as in GM0988 (number of /v1/organisations); it
 *     is not checked; not stated if absent
 * @param roundId id of the round of research that found it, whose days contain those of the figure; not stated if
 *     absent
 * @param reportId id of the inventory report that it is from: it counts once the report is approved, and what it does
 *     not state of the activity is what the report states of the project; of none if absent
 * @param period days that the figure is about
 * @param targetGroup whom the figure counts
 * @param reach number of people reached; a person who takes part twice counts twice
 * @param place where it was: a scope and, where it is local, municipalities that exist on a day of the period. Where
 *     none is stated: that of the project in the report, if its municipalities existed in the period, or UNSPECIFIED
 * @param intensity how intensively people were reached; not stated if absent
 * @param method how the figure was obtained; not stated if absent
 * @param overlaps ids of other observations that may count the same people; none if absent
 * @param includedIn id of the tally of the same programme and target group that already counts these people, NONE, or
 *     UNKNOWN; UNKNOWN if absent, which is refused where such a tally covers some of the days
 * @param source where this is written, in words: the document and its page or line
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 */
public record ReachObservationRequest(
        @NotBlank @Size(max = 40) String programme,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        UUID roundId,
        UUID reportId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        @NotNull Period period,
        @NotNull TargetGroup targetGroup,
        @NotNull Quantity reach,
        Place place,
        ReachIntensity intensity,
        ReachMethod method,
        @Size(max = 100) List<@NotNull UUID> overlaps,
        @Pattern(regexp = StatedInclusion.PATTERN) String includedIn,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note)
        implements ReachStatement {}
