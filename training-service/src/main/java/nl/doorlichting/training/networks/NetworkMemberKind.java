package nl.doorlichting.training.networks;

/** Whom the members of a network are counted in. Source: policy review 25.1, lines 422, 424, 500. */
public enum NetworkMemberKind {
    ORGANISATION,
    MUNICIPALITY,
    PROFESSIONAL,
    COUNTRY
}
