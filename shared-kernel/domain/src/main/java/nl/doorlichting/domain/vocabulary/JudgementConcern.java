package nl.doorlichting.domain.vocabulary;

/** Which goal a verdict is about. Source: docs/design/rules.md#verdicts. */
public enum JudgementConcern {
    INTERVENTION_GOAL,
    PROGRAMME_GOAL
}
