package nl.doorlichting.kernel.vocabulary;

/** How far an import is. Source: our own. */
public enum ImportStatus {
    UPLOADING,
    QUEUED,
    RUNNING,
    COMPLETED,
    REJECTED,
    FAILED
}
