package nl.doorlichting.reporting.effectjudgements;

import nl.doorlichting.domain.vocabulary.Verdict;

/**
 * How much evidence a verdict needs (docs/design/rules.md#verdicts). A verdict above its evidence is stored, because it is
 * a statement of its source, and reported, because a reader needs it.
 */
public final class EvidenceRule {
    /** The finding's code. */
    public static final String ABOVE_EVIDENCE = "VERDICT_ABOVE_EVIDENCE";

    private EvidenceRule() {}

    /** The lowest level that the verdict can stand on. */
    public static int needed(Verdict verdict) {
        return switch (verdict) {
            case EFFECTIVE -> 3;
            case PROMISING -> 2;
            case INCONCLUSIVE, INEFFECTIVE, ADVERSE, NOT_ASSESSED -> 0;
        };
    }

    /** True when the verdict needs more evidence than it has; an unknown level (null) counts as 0. */
    public static boolean isAboveEvidence(Verdict verdict, Integer level) {
        return needed(verdict) > (level == null ? 0 : level);
    }
}
