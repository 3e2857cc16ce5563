package nl.doorlichting.domain.vocabulary;

/** Kinds of askers of a question for advice. Source: policy review 25.1, line 330. */
public enum AskerKind {
    CITIZEN,
    PROFESSIONAL,
    MUNICIPALITY
}
