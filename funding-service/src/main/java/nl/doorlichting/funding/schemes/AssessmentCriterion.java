package nl.doorlichting.funding.schemes;

/** What an application is scored on. */
public enum AssessmentCriterion {
    NEED,
    APPROACH,
    COOPERATION,
    EMBEDDING,
    EVALUATION_PLAN
}
