package nl.doorlichting.domain.vocabulary;

/** What a question for advice is about. Our own division; the review names none. */
public enum AdviceTheme {
    SIGNALS,
    LOCAL_APPROACH,
    COOPERATION,
    CONVERSATION,
    BACKGROUND,
    TRAINING_AND_MATERIALS,
    OTHER
}
