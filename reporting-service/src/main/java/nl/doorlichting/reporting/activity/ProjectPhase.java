package nl.doorlichting.reporting.activity;

/** The phase of a project. Source: policy review 25.1, line 765; the sections of an inventory report. */
public enum ProjectPhase {
    PREPARATION,
    SET_UP,
    EXECUTION,
    EVALUATION,
    EMBEDDING
}
