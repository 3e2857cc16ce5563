package nl.doorlichting.reporting.effectjudgements;

import java.util.List;

/** Every version of a verdict, the oldest first. */
public record EffectJudgementHistory(List<EffectJudgementResponse> items) {}
