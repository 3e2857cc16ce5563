package nl.doorlichting.platform.audit;

/** What came of an act that the audit trail keeps. */
public enum AuditResult {
    DONE,
    CHECKED,
    REPLAYED,
    REFUSED,
    FAILED
}
