package nl.doorlichting.reporting.effectjudgements;

import jakarta.validation.constraints.Size;

/**
 * Answers to the EMMIE questions, each in words; what is absent was not asked or not answered.
 *
 * @param effect what the effect was and how sure that is
 * @param mechanism how it brought the effect about
 * @param moderators under which circumstances, and for whom
 * @param implementation what it takes to carry out
 * @param economicCost what it costs, and against which alternative
 */
public record EffectEmmieRequest(
        @Size(min = 1, max = 4000) String effect,
        @Size(min = 1, max = 4000) String mechanism,
        @Size(min = 1, max = 4000) String moderators,
        @Size(min = 1, max = 4000) String implementation,
        @Size(min = 1, max = 4000) String economicCost) {
    static final EffectEmmieRequest NONE = new EffectEmmieRequest(null, null, null, null, null);
}
