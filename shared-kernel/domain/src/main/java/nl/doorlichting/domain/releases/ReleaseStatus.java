package nl.doorlichting.domain.releases;

/** Whether the figures of a release are expected to be revised. */
public enum ReleaseStatus {
    PROVISIONAL,
    FINAL
}
