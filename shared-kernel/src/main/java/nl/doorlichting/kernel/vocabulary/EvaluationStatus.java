package nl.doorlichting.kernel.vocabulary;

/** Whether a project was evaluated. */
public enum EvaluationStatus {
    YES,
    NO,
    UNKNOWN
}
