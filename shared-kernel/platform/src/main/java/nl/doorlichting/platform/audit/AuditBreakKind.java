package nl.doorlichting.platform.audit;

/** In what way the audit trail is not what was sealed. */
public enum AuditBreakKind {
    SEAL_MISSING,
    SEAL_CHANGED,
    EVENT_MISSING,
    EVENT_CHANGED,
    EVENT_ADDED
}
