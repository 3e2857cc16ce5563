package nl.doorlichting.domain.place;

/** The kind of area that a place covers. Source: docs/design/figures.md#places. */
public enum PlaceScope {
    NATIONAL,
    REGIONAL,
    MUNICIPAL,
    SUB_MUNICIPAL,
    ABROAD,
    UNSPECIFIED
}
