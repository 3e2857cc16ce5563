package nl.doorlichting.domain.place;

/** How far a place reaches. Source: docs/design/figures.md#places. */
public enum PlaceScope {
    NATIONAL,
    REGIONAL,
    MUNICIPAL,
    SUB_MUNICIPAL,
    ABROAD,
    UNSPECIFIED
}
