package nl.doorlichting.training.advicequestions;

/** Who asked for advice. Source: policy review 25.1, line 330. */
public enum AskerKind {
    CITIZEN,
    PROFESSIONAL,
    MUNICIPALITY
}
