package nl.doorlichting.platform.audit;

/** How the audit trail differs from what was sealed. */
public enum AuditBreakKind {
    SEAL_MISSING,
    SEAL_CHANGED,
    EVENT_MISSING,
    EVENT_CHANGED,
    EVENT_ADDED
}
