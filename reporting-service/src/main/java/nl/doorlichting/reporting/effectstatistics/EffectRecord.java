package nl.doorlichting.reporting.effectstatistics;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.indicators.IndicatorChange;
import nl.doorlichting.reporting.inventoryreports.EvaluationStatus;

/** What one record says of effects. A figure of one is in the rows of what that record states, and in no others. */
sealed interface EffectRecord {

    /** The project that it is about; null when it does not state one. */
    UUID project();

    /** Whether it is one record that names no project. */
    default boolean isWithoutProject() {
        return project() == null;
    }

    /** The records of this kind. */
    static <R extends EffectRecord> Stream<R> ofKind(Class<R> kind, Collection<EffectRecord> records) {
        return records.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What an approved report states of one of its projects. */
    record ReportEntry(
            UUID project, UUID report, EvaluationStatus selfEvaluation, EvaluationStatus independentEvaluation)
            implements EffectRecord {}

    /** A verdict in its latest version; the evidence level is null when unknown. */
    record Judgement(
            UUID project, Verdict verdict, JudgementConcern concerns, Integer evidenceLevel, int positive, int negative)
            implements EffectRecord {}

    /** An indicator; change is null when there is none to show. */
    record Measured(UUID project, boolean baselineTaken, IndicatorChange change) implements EffectRecord {}

    /** The last word on one subject of embedding. */
    record Embedded(UUID project, EmbeddingStatus status, boolean stale) implements EffectRecord {}

    /** A round names the project, and states nothing else of it. */
    record Visited(UUID project) implements EffectRecord {}

    /** Reports and projects that a source counts together. */
    record Tallied(EffectAnswer.Tally tally) implements EffectRecord {
        @Override
        public UUID project() {
            return null;
        }

        @Override
        public boolean isWithoutProject() {
            return false;
        }
    }
}
