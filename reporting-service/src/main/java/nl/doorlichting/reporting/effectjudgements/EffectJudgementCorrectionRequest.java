package nl.doorlichting.reporting.effectjudgements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/**
 * What a verdict should have stated. Its programme and reference stay.
 *
 * @param reason why the version before was wrong, in words
 * @param projectId project that the verdict is about, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; absent where it is about no one project
 * @param reportId id of the inventory report (id of /v1/inventory-reports) that gives the verdict, of the same
 *     programme and about the project. The verdict counts in statistics once the report is approved, and inherits what
 *     the report states of the project (projectId), as the fields say; absent where it is in none
 * @param organisationId number of the organisation that carries out the activity, as in GM0988 (number of
 *     /v1/organisations); it is not checked; if absent, it is inherited from what the report (reportId) states of the
 *     project, or not stated
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
 * @param place where the activity was: a scope and, where it is local, municipalities of any day of the register,
 *     because a verdict has no period; if absent or of scope UNSPECIFIED, the place that the report (reportId) states
 *     of the project, else UNSPECIFIED
 * @param verdict whether the activity worked: a code of the codelist verdicts. PROMISING wants evidence level 2 or
 *     more, EFFECTIVE 3 or more; a verdict above its evidence is stored all the same, with VERDICT_ABOVE_EVIDENCE in
 *     findings
 * @param concerns which goal the verdict is about: a code of the codelist judgement-concerns
 * @param assessedBy person or institution that gave the verdict, as its source names it
 * @param assessedOn day of the verdict; not known if absent
 * @param evidenceLevel rung of the ladder of effectiveness (effectladder) that the evidence behind the verdict
 *     reaches: 0 none, 1 the activity is described, 2 theory explains why it works, 3 a change was measured, 4 the
 *     activity is shown to cause the change; not known if absent
 * @param theoryOfChange why the activity was expected to work, in words; not stated if absent
 * @param emmie the evidence in five parts, each in words (EMMIE: effect, mechanism, moderators, implementation,
 *     economic cost); not stated if absent
 * @param sideEffects effects that were not intended; none is stated if absent
 * @param source where the verdict is written, in words: the document and its page or line
 */
public record EffectJudgementCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        UUID projectId,
        UUID reportId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        @NotNull Verdict verdict,
        @NotNull JudgementConcern concerns,
        @NotBlank @Size(max = 200) String assessedBy,
        LocalDate assessedOn,
        @Min(0) @Max(4) Integer evidenceLevel,
        @Size(min = 1, max = 4000) String theoryOfChange,
        @Valid EffectJudgementRequest.Emmie emmie,
        @Valid EffectJudgementRequest.SideEffects sideEffects,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note) {

    /** The request that would have recorded the verdict right the first time. */
    EffectJudgementRequest corrected(String programme, String reference) {
        return new EffectJudgementRequest(
                programme,
                projectId,
                reportId,
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                interventionTypes,
                phenomena,
                place,
                verdict,
                concerns,
                assessedBy,
                assessedOn,
                evidenceLevel,
                theoryOfChange,
                emmie,
                sideEffects,
                source,
                reference,
                note);
    }
}
