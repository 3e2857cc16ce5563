package nl.doorlichting.reporting.effectstatistics;

import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of effects in one row. */
@Schema(name = "EffectStatisticsFigures")
record EffectFigures(
        Projects projects, List<Verdicts> verdicts, Change change, SideEffects sideEffects, Embeddings embedding) {

    /**
     * Projects that inventories, indicators, verdicts or embedding name, and how they were looked into.
     *
     * @param count projects
     * @param reports approved reports about them; one may be about several projects
     */
    @Schema(name = "EffectStatisticsProjects")
    record Projects(
            long count,
            long reports,
            EffectShare withReport,
            EffectShare withBaseline,
            EffectShare withSelfEvaluation,
            EffectShare withIndependentEvaluation) {

        private static Projects from(ProjectCounts counts, long reports) {
            var all = counts.all();
            return new Projects(
                    all,
                    reports,
                    EffectShare.of(counts.reported(), all, all),
                    EffectShare.of(counts.baselineTaken(), counts.baselineKnown(), all),
                    EffectShare.of(counts.selfEvaluated(), counts.selfEvaluationKnown(), all),
                    EffectShare.of(counts.independentlyEvaluated(), counts.independentEvaluationKnown(), all));
        }
    }

    /**
     * Verdicts that are alike.
     *
     * @param evidenceLevel 0-4; null when unknown
     * @param aboveEvidence whether the verdict needs more than this level
     */
    @Schema(name = "EffectStatisticsVerdicts")
    record Verdicts(
            Verdict verdict,
            JudgementConcern concerns,
            @Schema(nullable = true) Integer evidenceLevel,
            long count,
            boolean aboveEvidence) {

        private static Verdicts from(Map.Entry<VerdictKind, Long> entry) {
            var kind = entry.getKey();
            return new Verdicts(
                    kind.verdict(), kind.concerns(), kind.evidenceLevel(), entry.getValue(), kind.isAboveEvidence());
        }
    }

    /**
     * Change on indicators, which only those with a baseline and a later value show.
     *
     * @param indicators all of them
     * @param withBaseline those that were measured beforehand
     * @param n those that show whether anything changed
     * @param improved of n, those that went the way that is good
     * @param targetReached of n, those whose last value is at the target or beyond; null when nothing could be compared
     */
    @Schema(name = "EffectStatisticsChange")
    record Change(
            long indicators,
            long withBaseline,
            long n,
            @Schema(nullable = true) Long improved,
            @Schema(nullable = true) Long unchanged,
            @Schema(nullable = true) Long worsened,
            @Schema(nullable = true) Long targetReached) {

        private static Change from(ChangeCounts counts) {
            var n = counts.compared();
            return new Change(
                    counts.all(),
                    counts.withBaseline(),
                    n,
                    n == 0 ? null : counts.improved(),
                    n == 0 ? null : counts.unchanged(),
                    n == 0 ? null : counts.worsened(),
                    n == 0 ? null : counts.targetReached());
        }
    }

    /** Side effects that verdicts name. */
    @Schema(name = "EffectStatisticsSideEffects")
    record SideEffects(long positive, long negative) {}

    /**
     * The last word on whether things will last, of each that is followed.
     *
     * @param stale of all of them, those whose last word is older than a year
     */
    @Schema(name = "EffectStatisticsEmbedding")
    record Embeddings(long secured, long partlySecured, long notSecured, long unknown, long stale) {
        private static Embeddings from(EffectCell cell) {
            return new Embeddings(
                    cell.embeddings(EmbeddingStatus.SECURED),
                    cell.embeddings(EmbeddingStatus.PARTLY_SECURED),
                    cell.embeddings(EmbeddingStatus.NOT_SECURED),
                    cell.embeddings(EmbeddingStatus.UNKNOWN),
                    cell.stale());
        }
    }

    static EffectFigures from(EffectCell cell) {
        return new EffectFigures(
                Projects.from(cell.projects(), cell.reports()),
                cell.verdicts().entrySet().stream().map(Verdicts::from).toList(),
                Change.from(cell.change()),
                new SideEffects(cell.positive(), cell.negative()),
                Embeddings.from(cell));
    }
}
