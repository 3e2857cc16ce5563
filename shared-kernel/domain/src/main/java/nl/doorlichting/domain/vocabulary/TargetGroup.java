package nl.doorlichting.domain.vocabulary;

/**
 * The people that an activity reached. Source: docs/design/vocabulary.md#programme; the rows of the reach table in
 * policy review 25.1.
 */
public enum TargetGroup {
    YOUTH_AND_PUPILS,
    PROFESSIONALS_AND_OFFICIALS,
    TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS,
    OTHER,
    STUDENTS
}
