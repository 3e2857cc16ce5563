package nl.doorlichting.reporting.effectstatistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;

/** The running counts of one row or of the total. */
final class EffectCell {
    private ProjectCounts projects = ProjectCounts.NONE;
    private ChangeCounts change = ChangeCounts.NONE;
    private long reports;
    private long positive;
    private long negative;
    private long stale;
    private final SortedMap<VerdictKind, Long> verdicts = new TreeMap<>();
    private final Map<EmbeddingStatus, Long> embeddings = new EnumMap<>(EmbeddingStatus.class);

    void addProjects(ProjectCounts more) {
        projects = projects.plus(more);
    }

    void addReports(long more) {
        reports += more;
    }

    void addVerdicts(VerdictKind kind, long number) {
        verdicts.merge(kind, number, Math::addExact);
    }

    void addSideEffects(long good, long bad) {
        positive += good;
        negative += bad;
    }

    void addChange(ChangeCounts more) {
        change = change.plus(more);
    }

    void addEmbeddings(EmbeddingStatus status, boolean old, long number) {
        embeddings.merge(status, number, Math::addExact);
        stale += old ? number : 0;
    }

    ProjectCounts projects() {
        return projects;
    }

    ChangeCounts change() {
        return change;
    }

    long reports() {
        return reports;
    }

    long positive() {
        return positive;
    }

    long negative() {
        return negative;
    }

    SortedMap<VerdictKind, Long> verdicts() {
        return verdicts;
    }

    /** Verdicts above their evidence. */
    long verdictsAboveEvidence() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getKey().isAboveEvidence())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long embeddings(EmbeddingStatus status) {
        return embeddings.getOrDefault(status, 0L);
    }

    long stale() {
        return stale;
    }
}
