package nl.doorlichting.funding.applications;

/** What an application is scored on. */
public enum AssessmentCriterion {
    NEED,
    APPROACH,
    COOPERATION,
    EMBEDDING,
    EVALUATION_PLAN
}
