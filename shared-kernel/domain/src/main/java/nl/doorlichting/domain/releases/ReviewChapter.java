package nl.doorlichting.domain.releases;

/** A chapter of the review page, and before all of them its answer. */
public enum ReviewChapter {
    ANSWER,
    MONEY,
    REACH,
    TRAININGS,
    WHERE,
    EFFECT,
    EMBEDDING,
    FINDINGS,
    LESSONS
}
