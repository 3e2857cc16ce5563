package nl.doorlichting.reporting.activity;

import java.util.List;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.texts.Text;

/**
 * How much evidence a verdict needs (docs/design/rules.md#verdicts). A verdict above its evidence is stored, because it is
 * a statement of its source, and reported, because a reader needs it.
 */
public final class EvidenceRule {
    /** The finding's code. */
    public static final String ABOVE_EVIDENCE = "VERDICT_ABOVE_EVIDENCE";

    private EvidenceRule() {}

    /** True when the verdict needs more evidence than it has; an unknown level (null) counts as 0. */
    public static boolean isAboveEvidence(Verdict verdict, Integer level) {
        return verdict.neededEvidence() > (level == null ? 0 : level);
    }

    /** What a reader of the verdict must know: that it is above its evidence, where it is. */
    public static List<RecordWarning> findings(Verdict verdict, Integer level) {
        if (!isAboveEvidence(verdict, level)) {
            return List.of();
        }
        return List.of(new RecordWarning(
                ABOVE_EVIDENCE,
                level == null
                        ? Text.of("verdict.above-unknown-evidence", verdict, verdict.neededEvidence())
                        : Text.of("verdict.above-evidence", verdict, verdict.neededEvidence(), level)));
    }
}
