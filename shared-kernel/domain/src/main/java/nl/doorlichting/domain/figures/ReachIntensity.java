package nl.doorlichting.domain.figures;

/** How intensively people were reached. Source: docs/design/figures.md#reach. */
public enum ReachIntensity {
    INDIVIDUAL_GUIDANCE,
    COURSE,
    EVENT,
    EXHIBITION,
    MEDIA
}
