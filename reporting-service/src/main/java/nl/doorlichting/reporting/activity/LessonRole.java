package nl.doorlichting.reporting.activity;

/** Whom a lesson helps. Source: docs/design/purpose.md#users. */
public enum LessonRole {
    PROGRAMME_MANAGEMENT,
    MUNICIPAL_GOVERNANCE,
    PROJECT_LEADERSHIP,
    FRONTLINE_PROFESSIONAL,
    TRAINING_PROVIDER,
    RESEARCH
}
