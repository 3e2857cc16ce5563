package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reach observation in one version: its latest, or the one of the moment asked for.
 *
 * @param projectId project whose activity reached these people, by its id (id of /v1/projects); it is not checked, so
 *     GET /v1/projects/{id} may answer 404; null where the figure is of no one project
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations), stated or inherited (see inherited); it is not checked; null where neither the observation
 *     nor its report states one
 * @param roundId id of the round of research (id of /v1/inventory-rounds) that found the figure, as stated, or the
 *     round of the report (reportId); null where neither names one
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that the figure is from: the figure counts
 *     in statistics once the report is approved; null where it is from none, and counts from its recording
 * @param track level at which the activity works: a code of the codelist tracks, stated or inherited (see inherited);
 *     null where neither the observation nor its report states one
 * @param actionLine aim of the activity: a code of the codelist action-lines, stated or inherited (see inherited); null
 *     where neither the observation nor its report states one
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments, stated
 *     or inherited (see inherited); null where neither the observation nor its report states one
 * @param interventionTypes what is done: codes of the codelist intervention-types, stated or inherited (see inherited);
 *     empty where neither the observation nor its report states any
 * @param phenomena what the activity is about: codes of the codelist phenomena, stated or inherited (see inherited);
 *     empty where neither the observation nor its report states any
 * @param period days that the figure is about
 * @param targetGroup whom the figure counts: a code of the codelist target-groups
 * @param reach number of people that the activity reached in the period, as the source states it, in participations: a
 *     person who takes part twice counts twice
 * @param place where the activity was: a scope and, where it is local, municipalities that exist on a day of the
 *     period; stated or inherited (see inherited); of scope UNSPECIFIED where neither the observation nor its report
 *     states one that fits the period
 * @param intensity how intensively people were reached: a code of the codelist reach-intensities; null where it is not
 *     stated
 * @param method how the figure was obtained: a code of the codelist reach-methods; null where it is not stated
 * @param overlaps ids of other observations (id of /v1/reach-observations) that may count some of the same people, as
 *     this observation states; empty where it states none
 * @param includedIn whether a tally counts these people already: the id of the tally (id of /v1/reach-tallies), of the
 *     same programme and target group and with days that contain those of the figure; NONE where no tally does, so that
 *     the figure is always added; UNKNOWN where that is not known; null means UNKNOWN
 * @param inherited names of the fields that were not stated and hold what the report (reportId) stated of the project
 *     when this version was recorded: any of organisationId, track, actionLine, fundingInstrument, interventionTypes,
 *     phenomena and place; empty where nothing is inherited
 * @param reason why the version before was wrong, in words; null in the first version
 * @param recordedAt moment at which this version was recorded
 * @param counted whether the figure counts in statistics: it is not withdrawn, and of an approved report or of none; false
 *     for a correction that waits
 * @param approvedBy subject of the token that approved the correction or withdrawal that this version is, or else the
 *     report of the figure with this version in it; null for a version that no reviewer approved
 * @param correctionPending whether a correction or a withdrawal waits for a reviewer, of a figure whose report is approved;
 *     false for a caller that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the figure that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record ReachObservationResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID roundId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Period period,
        TargetGroup targetGroup,
        Quantity reach,
        Place place,
        @Schema(nullable = true) ReachIntensity intensity,
        @Schema(nullable = true) ReachMethod method,
        List<UUID> overlaps,
        @Schema(nullable = true) String includedIn,
        List<String> inherited,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy,
        boolean counted,
        @Schema(nullable = true) String approvedBy,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
