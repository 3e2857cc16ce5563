package nl.doorlichting.gateway.reports.effects;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.clients.reporting.EffectStatistics;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What inventories, verdicts, indicators and words about embedding say. */
@Schema(name = "EffectReportInventories")
public record InventoryEffects(
        Projects projects, List<Verdicts> verdicts, Change change, SideEffects sideEffects, Embedding embedding) {

    /**
     * Projects that are known one by one, and how they were looked into.
     *
     * @param reports approved reports about them
     */
    @Schema(name = "EffectReportProjects")
    public record Projects(
            long count,
            long reports,
            Share withReport,
            Share withBaseline,
            Share withSelfEvaluation,
            Share withIndependentEvaluation) {

        private static Projects from(EffectStatistics.Projects projects) {
            return new Projects(
                    projects.count(),
                    projects.reports(),
                    Share.from(projects.withReport()),
                    Share.from(projects.withBaseline()),
                    Share.from(projects.withSelfEvaluation()),
                    Share.from(projects.withIndependentEvaluation()));
        }
    }

    /**
     * Of how many projects something is the case.
     *
     * @param count null when nothing is known of any project
     * @param outOf all projects of the row
     * @param unknown those of which nothing is known
     * @param lowest share, 0-1, when it is the case with none of the unknown
     * @param highest share, 0-1, when it is the case with all of them
     */
    @Schema(name = "EffectReportShare")
    public record Share(
            @Schema(nullable = true) Long count,
            long outOf,
            long unknown,
            @Schema(nullable = true) BigDecimal lowest,
            @Schema(nullable = true) BigDecimal highest) {

        private static Share from(EffectStatistics.Share share) {
            return new Share(share.count(), share.outOf(), share.unknown(), share.lowest(), share.highest());
        }
    }

    /**
     * Verdicts that are alike.
     *
     * @param evidenceLevel 0-4; null when unknown
     * @param aboveEvidence whether they say more than this level can bear
     */
    @Schema(name = "EffectReportVerdicts")
    public record Verdicts(
            Verdict verdict,
            JudgementConcern concerns,
            @Schema(nullable = true) Integer evidenceLevel,
            long count,
            boolean aboveEvidence) {

        private static Verdicts from(EffectStatistics.Verdicts verdicts) {
            return new Verdicts(
                    verdicts.verdict(),
                    verdicts.concerns(),
                    verdicts.evidenceLevel(),
                    verdicts.count(),
                    verdicts.aboveEvidence());
        }
    }

    /**
     * Change on indicators.
     *
     * @param withBaseline those that were measured beforehand
     * @param n those with a baseline and a later value, the only ones that show change; what follows is of these, and
     *     null when there are none
     */
    @Schema(name = "EffectReportChange")
    public record Change(
            long indicators,
            long withBaseline,
            long n,
            @Schema(nullable = true) Long improved,
            @Schema(nullable = true) Long unchanged,
            @Schema(nullable = true) Long worsened,
            @Schema(nullable = true) Long targetReached) {

        private static Change from(EffectStatistics.Change change) {
            return new Change(
                    change.indicators(),
                    change.withBaseline(),
                    change.n(),
                    change.improved(),
                    change.unchanged(),
                    change.worsened(),
                    change.targetReached());
        }
    }

    /** Side effects that verdicts name. */
    @Schema(name = "EffectReportSideEffects")
    public record SideEffects(long positive, long negative) {}

    /** The last word of each series; stale are those of all of them that are older than a year. */
    @Schema(name = "EffectReportEmbedding")
    public record Embedding(long secured, long partlySecured, long notSecured, long unknown, long stale) {
        private static Embedding from(EffectStatistics.Embedding embedding) {
            return new Embedding(
                    embedding.secured(),
                    embedding.partlySecured(),
                    embedding.notSecured(),
                    embedding.unknown(),
                    embedding.stale());
        }
    }

    static InventoryEffects from(EffectStatistics.Figures figures) {
        return new InventoryEffects(
                Projects.from(figures.projects()),
                figures.verdicts().stream().map(Verdicts::from).toList(),
                Change.from(figures.change()),
                new SideEffects(
                        figures.sideEffects().positive(), figures.sideEffects().negative()),
                Embedding.from(figures.embedding()));
    }
}
