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
 * @param assessedBy person or institution that gave the verdict, as its source names it
 * @param assessedOn day of the verdict; not known if absent
 * @param evidenceLevel strength of the evidence, from 0 (opinion) to 4 (controlled, repeated); not known if absent
 * @param theoryOfChange how the intervention was to work, in words; not stated if absent
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
