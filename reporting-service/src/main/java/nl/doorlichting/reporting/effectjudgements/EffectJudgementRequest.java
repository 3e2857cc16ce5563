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
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.reporting.activity.ActivityFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A verdict on whether something worked. A field that is absent is not stated, or has the value that its text says.
 *
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
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 */
public record EffectJudgementRequest(
        @NotBlank @Size(max = 40) String programme,
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
        @Valid Emmie emmie,
        @Valid SideEffects sideEffects,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements ActivityFields {

    /**
     * Answers to the EMMIE questions, in words; an absent one was not asked or not answered.
     *
     * @param effect what changed and how strongly, and how sure that is, in words
     * @param mechanism how the activity brought the effect about, in words
     * @param moderators for whom and under which circumstances the activity works, in words
     * @param implementation what it takes to carry the activity out, in words
     * @param economicCost what the activity costs and who bears the cost, in words
     */
    @Schema(name = "EffectEmmieRequest")
    public record Emmie(
            @Size(min = 1, max = 4000) String effect,
            @Size(min = 1, max = 4000) String mechanism,
            @Size(min = 1, max = 4000) String moderators,
            @Size(min = 1, max = 4000) String implementation,
            @Size(min = 1, max = 4000) String economicCost) {
        static final Emmie NONE = new Emmie(null, null, null, null, null);
    }

    /**
     * Effects that were not intended.
     *
     * @param positive welcome side effects, one text each; none is stated if absent or empty
     * @param negative unwelcome side effects, one text each; none is stated if absent or empty
     */
    @Schema(name = "EffectSideEffectsRequest")
    public record SideEffects(
            @Size(max = 50) List<@NotBlank @Size(max = 2000) String> positive,
            @Size(max = 50) List<@NotBlank @Size(max = 2000) String> negative) {
        static final SideEffects NONE = new SideEffects(List.of(), List.of());
    }
}
