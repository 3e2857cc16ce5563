package nl.doorlichting.reporting.inventoryreports;

/** Whether a project was evaluated. */
public enum EvaluationStatus {
    YES,
    NO,
    UNKNOWN
}
