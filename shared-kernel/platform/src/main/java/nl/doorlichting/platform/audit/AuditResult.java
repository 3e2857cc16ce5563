package nl.doorlichting.platform.audit;

/** The result of an operation in the audit trail. */
public enum AuditResult {
    DONE,
    CHECKED,
    REPLAYED,
    REFUSED,
    FAILED
}
