package nl.doorlichting.domain.vocabulary;

/**
 * The profession of a participant in a training. Source: docs/design/vocabulary.md#trainings; policy review 25.1,
 * lines 334 and 498.
 */
public enum Profession {
    EDUCATION,
    YOUTH_WORK,
    SOCIAL_WORK,
    HEALTH_CARE,
    POLICE,
    JUSTICE,
    MUNICIPALITY,
    NATIONAL_GOVERNMENT,
    COMMUNITY_ORGANISATION,
    STUDENT,
    OTHER
}
