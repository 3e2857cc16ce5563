package nl.doorlichting.platform.audit;

/** How an export of the audit trail differs from what was exported. */
public enum AuditExportFault {
    FILE_MISSING,
    FILE_CHANGED,
    CHAIN_BROKEN,
    TRAIL_DIFFERS
}
