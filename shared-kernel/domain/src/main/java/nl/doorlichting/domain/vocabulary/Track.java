package nl.doorlichting.domain.vocabulary;

/**
 * The level at which the programme works. Source: docs/design/vocabulary.md#programme; policy review 25.1, line 172.
 */
public enum Track {
    LOCAL,
    NATIONAL,
    INTERNATIONAL
}
