package nl.doorlichting.domain.vocabulary;

/** The aim that an activity serves. Source: docs/design/vocabulary.md#programme; policy review 25.1, lines 144-156. */
public enum ActionLine {
    PREVENTION,
    PROACTION,
    REPRESSION
}
