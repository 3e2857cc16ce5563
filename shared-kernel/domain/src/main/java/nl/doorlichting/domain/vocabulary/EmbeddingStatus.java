package nl.doorlichting.domain.vocabulary;

/**
 * Whether what was built up will last. Source: docs/design/vocabulary.md#results; policy review 25.1, lines 635, 988.
 */
public enum EmbeddingStatus {
    SECURED,
    PARTLY_SECURED,
    NOT_SECURED,
    UNKNOWN
}
