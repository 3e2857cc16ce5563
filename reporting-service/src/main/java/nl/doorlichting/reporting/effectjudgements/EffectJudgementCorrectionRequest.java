package nl.doorlichting.reporting.effectjudgements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new version of a verdict, in place of the latest one.
 *
 * @param reason why the version before was wrong, in words
 * @param judgement the whole verdict as it should have been; its programme and reference cannot change
 */
public record EffectJudgementCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Valid EffectJudgementRequest judgement) {}
