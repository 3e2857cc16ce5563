package nl.doorlichting.domain.vocabulary;

/** What an activity is about. Source: docs/design/vocabulary.md#programme; policy review 25.1, lines 65-69, 98, 390. */
public enum Phenomenon {
    POLARISATION,
    ISLAMIST_EXTREMISM,
    RIGHT_WING_EXTREMISM,
    LEFT_WING_EXTREMISM,
    ANIMAL_RIGHTS_EXTREMISM
}
