package nl.doorlichting.reporting.effectjudgements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What happened besides what was meant.
 *
 * @param positive welcome ones, one text each
 * @param negative unwelcome ones, one text each
 */
public record EffectSideEffectsRequest(
        @Size(max = 50) List<@NotBlank @Size(max = 2000) String> positive,
        @Size(max = 50) List<@NotBlank @Size(max = 2000) String> negative) {
    static final EffectSideEffectsRequest NONE = new EffectSideEffectsRequest(List.of(), List.of());
}
