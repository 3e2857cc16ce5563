package nl.doorlichting.domain.vocabulary;

/**
 * Whether a measure worked, as a person judged it. Source: docs/design/rules.md#verdicts; policy review 25.1, line
 * 998.
 */
public enum Verdict {
    EFFECTIVE(3),
    PROMISING(2),
    INCONCLUSIVE(0),
    INEFFECTIVE(0),
    ADVERSE(0),
    NOT_ASSESSED(0);

    private final int neededEvidence;

    Verdict(int neededEvidence) {
        this.neededEvidence = neededEvidence;
    }

    /** The lowest level of evidence that it can stand on; 0 where it needs none. */
    public int neededEvidence() {
        return neededEvidence;
    }
}
