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
 * A verdict on whether something worked; a field that is absent is not stated.
 *
 * @param reportId the inventory report that it is of: what the verdict does not state is what the report states of the
 *     project
 * @param place where it was: a scope and, where it is local, municipalities of any day of the register, because a
 *     verdict has no period. Where none is stated: that of the project in the report, or UNSPECIFIED
 * @param verdict whether it worked; PROMISING wants evidence level 2 or more, EFFECTIVE 3 or more; a verdict above its
 *     evidence is stored and reported
 * @param concerns whether the verdict is about the goal of the intervention or that of the programme
 * @param assessedBy person or institution that gave the verdict, as its source names it
 * @param assessedOn day of the verdict; not known if absent
 * @param evidenceLevel strength of the evidence, from 0 (opinion) to 4 (controlled, repeated); not known if absent
 * @param theoryOfChange how the intervention was to work, in words; not stated if absent
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
     * @param mechanism how it brought the effect about, in words
     * @param moderators for whom and under which circumstances it works, in words
     * @param implementation what it takes to carry it out, in words
     * @param economicCost what it costs and who bears the cost, in words
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
     * @param positive welcome side effects, one text each
     * @param negative unwelcome side effects, one text each
     */
    @Schema(name = "EffectSideEffectsRequest")
    public record SideEffects(
            @Size(max = 50) List<@NotBlank @Size(max = 2000) String> positive,
            @Size(max = 50) List<@NotBlank @Size(max = 2000) String> negative) {
        static final SideEffects NONE = new SideEffects(List.of(), List.of());
    }
}
