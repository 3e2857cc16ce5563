package nl.doorlichting.domain.vocabulary;

/** Whether it worked, as somebody judged it. Source: docs/design/rules.md#verdicts; policy review 25.1, line 998. */
public enum Verdict {
    EFFECTIVE,
    PROMISING,
    INCONCLUSIVE,
    INEFFECTIVE,
    ADVERSE,
    NOT_ASSESSED
}
