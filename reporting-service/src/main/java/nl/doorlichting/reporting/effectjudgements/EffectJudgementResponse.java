package nl.doorlichting.reporting.effectjudgements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RecordWarning;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A verdict as it stands in one version.
 *
 * @param projectId project that the verdict is about, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; null where it is about no one project
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that gives the verdict: the verdict counts
 *     in statistics once the report is approved; null where it is in none, and counts from its recording
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations), stated or inherited (see inherited); it is not checked; null where neither the verdict nor
 *     its report states one
 * @param track level at which the activity works: a code of the codelist tracks, stated or inherited (see inherited);
 *     null where neither the verdict nor its report states one
 * @param actionLine aim of the activity: a code of the codelist action-lines, stated or inherited (see inherited); null
 *     where neither the verdict nor its report states one
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments, stated
 *     or inherited (see inherited); null where neither the verdict nor its report states one
 * @param interventionTypes what is done: codes of the codelist intervention-types, stated or inherited (see inherited);
 *     empty where neither the verdict nor its report states any
 * @param phenomena what the activity is about: codes of the codelist phenomena, stated or inherited (see inherited);
 *     empty where neither the verdict nor its report states any
 * @param place where the activity was: a scope and, where it is local, municipalities of any day of the register,
 *     because a verdict has no period; stated or inherited (see inherited); of scope UNSPECIFIED where neither the
 *     verdict nor its report states one
 * @param inherited names of the fields that were not stated and hold what the report (reportId) stated of the project
 *     when this version was recorded: any of organisationId, track, actionLine, fundingInstrument, interventionTypes,
 *     phenomena and place; empty where nothing is inherited
 * @param assessedBy person or institution that gave the verdict, as its source names it
 * @param assessedOn day of the verdict; null where not known
 * @param evidenceLevel rung of the ladder of effectiveness (effectladder) that the evidence behind the verdict
 *     reaches: 0 none, 1 the activity is described, 2 theory explains why it works, 3 a change was measured, 4 the
 *     activity is shown to cause the change; null where not known
 * @param theoryOfChange why the activity was expected to work, in words; null where it is not stated
 * @param emmie the evidence in five parts, each in words (EMMIE: effect, mechanism, moderators, implementation,
 *     economic cost); always there, and each part is null where it is not stated
 * @param sideEffects effects that were not intended; always there, with empty lists where none is stated
 * @param findings cautions for the use of the verdict: VERDICT_ABOVE_EVIDENCE where PROMISING has an evidence level
 *     below 2 or EFFECTIVE one below 3, a level that is not known counting as 0; else empty
 * @param published true where this version was made public (POST /v1/effect-judgements/{id}/publication); a correction
 *     is not, until it is published too
 * @param reason why the version before was wrong, in words; null in the first version, and in one by which a reviewer
 *     approved a verdict that waited
 * @param counted whether the verdict counts in statistics: it is not withdrawn, does not wait for its first review, and is
 *     of an approved report or of none; false for a correction that waits
 * @param approvedBy subject of the token that approved the verdict, correction or withdrawal that this version is, or else
 *     the report of the verdict with this version in it; null for a version that no reviewer approved
 * @param awaitsReview true where the verdict counts nowhere yet, because it was recorded after the approval of its report:
 *     it waits for a reviewer (POST /v1/effect-judgements/{id}/correction-approval)
 * @param correctionPending whether a correction or a withdrawal waits for a reviewer, of a verdict whose report is
 *     approved; false for a caller that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the verdict that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record EffectJudgementResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        List<String> inherited,
        Verdict verdict,
        JudgementConcern concerns,
        String assessedBy,
        @Schema(nullable = true) LocalDate assessedOn,
        @Schema(nullable = true) Integer evidenceLevel,
        @Schema(nullable = true) String theoryOfChange,
        Emmie emmie,
        SideEffects sideEffects,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        List<RecordWarning> findings,
        boolean published,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy,
        boolean counted,
        @Schema(nullable = true) String approvedBy,
        boolean awaitsReview,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * Answers to the EMMIE questions, in words; one that is null was not asked or not answered.
     *
     * @param effect what changed and how strongly, and how sure that is, in words; null where it is not stated
     * @param mechanism how the activity brought the effect about, in words; null where it is not stated
     * @param moderators for whom and under which circumstances the activity works, in words; null where it is not
     *     stated
     * @param implementation what it takes to carry the activity out, in words; null where it is not stated
     * @param economicCost what the activity costs and who bears the cost, in words; null where it is not stated
     */
    @Schema(name = "EffectJudgementEmmie")
    public record Emmie(
            @Schema(nullable = true) String effect,
            @Schema(nullable = true) String mechanism,
            @Schema(nullable = true) String moderators,
            @Schema(nullable = true) String implementation,
            @Schema(nullable = true) String economicCost) {}

    /**
     * Effects that were not intended.
     *
     * @param positive welcome side effects, one text each; empty where none is stated
     * @param negative unwelcome side effects, one text each; empty where none is stated
     */
    @Schema(name = "EffectJudgementSideEffects")
    public record SideEffects(List<String> positive, List<String> negative) {}

    /**
     * Every version of a verdict, the oldest first.
     *
     * @param items the versions, the oldest first, at least one; allowedActions is empty in each of them
     */
    @Schema(name = "EffectJudgementHistory")
    public record History(List<EffectJudgementResponse> items) {}
}
