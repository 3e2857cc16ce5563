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

/**
 * What a reach observation should have stated. Its programme, report and reference stay, and a figure of a report stays with
 * a project of the report.
 *
 * @param reason why the version before was wrong, in words
 * @param organisationId number of the organisation whose figure it is, as in GM0988 (number of /v1/organisations); it
 *     is not checked; not stated if absent
 * @param roundId id of the round of research that found it, whose days contain those of the figure; not stated if
 *     absent
 * @param period days that the figure is about
 * @param reach number of people reached; a person who takes part twice counts twice
 * @param intensity how intensively people were reached; not stated if absent
 * @param method how the figure was obtained; not stated if absent
 * @param overlaps ids of other observations that may count the same people; none if absent
 * @param includedIn id of the tally of the same programme and target group that already counts these people, NONE, or
 *     UNKNOWN; UNKNOWN if absent, which is refused where such a tally covers some of the days
 * @param source where this is written, in words: the document and its page or line
 */
public record ReachObservationCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        UUID projectId,
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
        ReachIntensity intensity,
        ReachMethod method,
        @Size(max = 100) List<@NotNull UUID> overlaps,

        @Pattern(regexp = StatedInclusion.PATTERN) String includedIn,

        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note)
        implements ReachStatement {}
