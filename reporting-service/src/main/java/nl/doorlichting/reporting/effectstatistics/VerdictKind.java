package nl.doorlichting.reporting.effectstatistics;

import java.util.Comparator;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.effectjudgements.EvidenceRule;

/**
 * Verdicts that are alike, in the order of the codelist and then the strongest evidence first.
 *
 * @param evidenceLevel null when unknown
 */
record VerdictKind(Verdict verdict, JudgementConcern concerns, Integer evidenceLevel)
        implements Comparable<VerdictKind> {
    private static final Comparator<VerdictKind> ORDER = Comparator.comparing(VerdictKind::verdict)
            .thenComparing(VerdictKind::concerns)
            .thenComparing(VerdictKind::evidenceLevel, Comparator.nullsLast(Comparator.reverseOrder()));

    boolean isAboveEvidence() {
        return EvidenceRule.isAboveEvidence(verdict, evidenceLevel);
    }

    @Override
    public int compareTo(VerdictKind other) {
        return ORDER.compare(this, other);
    }
}
