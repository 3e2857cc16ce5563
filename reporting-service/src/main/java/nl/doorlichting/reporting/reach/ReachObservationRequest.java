package nl.doorlichting.reporting.reach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.api.json.FormTexts;
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
 * A new reach observation. A field that is absent is not stated, or has the value that its text says.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param projectId project whose activity reached these people, by its id (id of /v1/projects); it is not checked, so
 *     GET /v1/projects/{id} may answer 404; absent where the figure is of no one project
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations); it is not checked; if absent, it is inherited from what the report (reportId) states of the
 *     project, or not stated
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that found the figure; the days of the round
 *     contain those of the figure; if absent, the round of the report (reportId), if that has one, else none
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that the figure is from. The figure counts
 *     in statistics once the report is approved, and inherits what the report states of the project (projectId), as the
 *     fields say; absent where it is from none
 * @param track level at which the activity works: a code of the codelist tracks; if absent, it is inherited from what
 *     the report (reportId) states of the project, or not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; if absent, it is inherited from what the
 *     report (reportId) states of the project, or not stated
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments; if
 *     absent, it is inherited from what the report (reportId) states of the project, or not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; if absent or empty, they are
 *     inherited from what the report (reportId) states of the project, or not stated
 * @param phenomena what the activity is about: codes of the codelist phenomena; if absent or empty, they are inherited
 *     from what the report (reportId) states of the project, or not stated
 * @param period days that the figure is about
 * @param targetGroup whom the figure counts: a code of the codelist target-groups
 * @param reach number of people that the activity reached in the period, as the source states it, in participations: a
 *     person who takes part twice counts twice
 * @param place where the activity was: a scope and, where it is local, municipalities that exist on a day of the
 *     period; if absent or of scope UNSPECIFIED, the place that the report (reportId) states of the project, if its
 *     municipalities exist on a day of the period, else UNSPECIFIED
 * @param intensity how intensively people were reached: a code of the codelist reach-intensities; not stated if absent
 * @param method how the figure was obtained: a code of the codelist reach-methods; not stated if absent
 * @param overlaps ids of other observations (id of /v1/reach-observations) that may count some of the same people; none
 *     if absent
 * @param includedIn whether a tally counts these people already: the id of the tally (id of /v1/reach-tallies), of the
 *     same programme and target group and with days that contain those of the figure; NONE where no tally does, so that
 *     the figure is always added; UNKNOWN where that is not known; UNKNOWN if absent, which is refused (400) where a
 *     tally of the programme and target group covers some of the days
 * @param source where the figure is written, in words: the document and its page or line
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

        @Pattern(regexp = StatedInclusion.PATTERN, message = FormTexts.INCLUSION)
        String includedIn,

        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements ReachStatement {}
