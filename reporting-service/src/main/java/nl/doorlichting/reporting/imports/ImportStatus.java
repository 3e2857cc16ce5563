package nl.doorlichting.reporting.imports;

/** How far an import is. Source: our own. */
public enum ImportStatus {
    UPLOADING,
    QUEUED,
    RUNNING,
    COMPLETED,
    REJECTED,
    FAILED
}
