package nl.doorlichting.domain.vocabulary;

/**
 * What kind of lesson was drawn. Source: docs/design/vocabulary.md#results; policy review 25.1, lines 597-635, 666,
 * 893-925.
 */
public enum LessonKind {
    DO,
    DONT,
    RISK_FACTOR,
    GOOD_PRACTICE,
    LEARNING_POINT,
    CONCLUSION
}
