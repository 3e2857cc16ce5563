package nl.doorlichting.reporting.effectstatistics;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.EffectAnswer.Share;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.effectjudgements.EvidenceRule;

/** What a row about effects adds up to. */
record EffectSums(
        Projects projects,
        long reports,
        SortedMap<VerdictKind, Long> verdicts,
        long positive,
        long negative,
        Change change,
        SortedMap<EmbeddingStatus, Long> embeddings,
        long stale) {

    static final EffectSums NONE = new EffectSums(
            new Projects(0, 0, 0, 0, 0, 0, 0, 0),
            0,
            new TreeMap<>(),
            0,
            0,
            new Change(0, 0, 0, 0, 0, 0),
            new TreeMap<>(),
            0);

    static final Measure<EffectSums> MEASURE = new Measure<>(NONE, EffectSums::plus);

    /** Projects: how many state something, and of how many it is the case. */
    record Projects(
            long all,
            long reported,
            long baselineTaken,
            long baselineKnown,
            long selfEvaluated,
            long selfEvaluationKnown,
            long independentlyEvaluated,
            long independentEvaluationKnown) {

        private Projects plus(Projects more) {
            return new Projects(
                    all + more.all,
                    reported + more.reported,
                    baselineTaken + more.baselineTaken,
                    baselineKnown + more.baselineKnown,
                    selfEvaluated + more.selfEvaluated,
                    selfEvaluationKnown + more.selfEvaluationKnown,
                    independentlyEvaluated + more.independentlyEvaluated,
                    independentEvaluationKnown + more.independentEvaluationKnown);
        }

        private EffectAnswer.Projects answer(long reports) {
            return new EffectAnswer.Projects(
                    all,
                    reports,
                    Share.of(reported, all, all),
                    Share.of(baselineTaken, baselineKnown, all),
                    Share.of(selfEvaluated, selfEvaluationKnown, all),
                    Share.of(independentlyEvaluated, independentEvaluationKnown, all));
        }
    }

    /** Indicators by their course; only those with a baseline and a later value can show change. */
    record Change(long all, long withBaseline, long improved, long unchanged, long worsened, long targetReached) {
        private Change plus(Change more) {
            return new Change(
                    all + more.all,
                    withBaseline + more.withBaseline,
                    improved + more.improved,
                    unchanged + more.unchanged,
                    worsened + more.worsened,
                    targetReached + more.targetReached);
        }

        private EffectAnswer.Change answer() {
            var n = improved + unchanged + worsened;
            return n == 0
                    ? new EffectAnswer.Change(all, withBaseline, n, null, null, null, null)
                    : new EffectAnswer.Change(all, withBaseline, n, improved, unchanged, worsened, targetReached);
        }
    }

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

        private EffectAnswer.Verdicts answer(long count) {
            return new EffectAnswer.Verdicts(verdict, concerns, evidenceLevel, count, isAboveEvidence());
        }
    }

    static EffectSums ofProjects(Projects projects) {
        return new EffectSums(projects, 0, NONE.verdicts, 0, 0, NONE.change, NONE.embeddings, 0);
    }

    static EffectSums ofReports(long number) {
        return new EffectSums(NONE.projects, number, NONE.verdicts, 0, 0, NONE.change, NONE.embeddings, 0);
    }

    static EffectSums ofVerdicts(VerdictKind kind, long number, long positive, long negative) {
        return new EffectSums(
                NONE.projects,
                0,
                new TreeMap<>(Map.of(kind, number)),
                positive,
                negative,
                NONE.change,
                NONE.embeddings,
                0);
    }

    static EffectSums ofChange(Change change) {
        return new EffectSums(NONE.projects, 0, NONE.verdicts, 0, 0, change, NONE.embeddings, 0);
    }

    static EffectSums ofEmbeddings(EmbeddingStatus status, long number, boolean stale) {
        var embeddings = new TreeMap<>(Map.of(status, number));
        return new EffectSums(NONE.projects, 0, NONE.verdicts, 0, 0, NONE.change, embeddings, stale ? number : 0);
    }

    /** Verdicts above their evidence. */
    long verdictsAboveEvidence() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getKey().isAboveEvidence())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    EffectAnswer.Figures answer() {
        return new EffectAnswer.Figures(
                projects.answer(reports),
                verdicts.entrySet().stream()
                        .map(entry -> entry.getKey().answer(entry.getValue()))
                        .toList(),
                change.answer(),
                new EffectAnswer.SideEffects(positive, negative),
                new EffectAnswer.Embedding(
                        embeddings(EmbeddingStatus.SECURED),
                        embeddings(EmbeddingStatus.PARTLY_SECURED),
                        embeddings(EmbeddingStatus.NOT_SECURED),
                        embeddings(EmbeddingStatus.UNKNOWN),
                        stale));
    }

    private EffectSums plus(EffectSums more) {
        return new EffectSums(
                projects.plus(more.projects),
                reports + more.reports,
                merged(verdicts, more.verdicts),
                positive + more.positive,
                negative + more.negative,
                change.plus(more.change),
                merged(embeddings, more.embeddings),
                stale + more.stale);
    }

    private long embeddings(EmbeddingStatus status) {
        return embeddings.getOrDefault(status, 0L);
    }

    private static <K> SortedMap<K, Long> merged(SortedMap<K, Long> some, SortedMap<K, Long> more) {
        var merged = new TreeMap<>(some);
        more.forEach((key, number) -> merged.merge(key, number, Math::addExact));
        return merged;
    }
}
