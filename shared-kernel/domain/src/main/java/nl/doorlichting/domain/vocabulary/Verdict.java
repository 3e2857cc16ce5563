package nl.doorlichting.domain.vocabulary;

/**
 * Whether a measure worked, as a person judged it. Source: docs/design/rules.md#verdicts; policy review 25.1, line
 * 998.
 */
public enum Verdict {
    EFFECTIVE,
    PROMISING,
    INCONCLUSIVE,
    INEFFECTIVE,
    ADVERSE,
    NOT_ASSESSED
}
