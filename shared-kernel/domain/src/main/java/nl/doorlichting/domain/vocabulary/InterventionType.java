package nl.doorlichting.domain.vocabulary;

/**
 * What is done with the money. Source: docs/design/vocabulary.md#programme; policy review 25.1, question 7, lines
 * 246-264.
 */
public enum InterventionType {
    KNOWLEDGE_BUILDING,
    KNOWLEDGE_EXCHANGE,
    AWARENESS,
    NETWORK_BUILDING,
    INFORMATION_MANAGEMENT_SUPPORT,
    INDIVIDUAL_INTERVENTION,
    GENERAL_EDUCATION
}
