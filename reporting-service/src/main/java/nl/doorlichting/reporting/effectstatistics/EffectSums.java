package nl.doorlichting.reporting.effectstatistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.EffectAnswer.Share;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.activity.EvidenceRule;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Embedded;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Judgement;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Measured;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Tallied;
import nl.doorlichting.reporting.indicators.IndicatorChange;
import nl.doorlichting.reporting.indicators.IndicatorChange.Course;

/** Adds the records of a row up. Projects and reports count once in it, however many of its records are about them. */
final class EffectSums {
    private final Map<UUID, EffectProject> projects;

    /** Sums that know the projects of these records. */
    EffectSums(Collection<EffectRecord> all) {
        this.projects = all.stream()
                .filter(record -> record.project() != null)
                .collect(Collectors.groupingBy(
                        EffectRecord::project,
                        Collectors.collectingAndThen(Collectors.<EffectRecord>toList(), EffectProject::of)));
    }

    /**
     * Verdicts that are alike, in the order of the codelist and then the strongest evidence first.
     *
     * @param evidenceLevel null when unknown
     */
    private record VerdictKind(Verdict verdict, JudgementConcern concerns, Integer evidenceLevel)
            implements Comparable<VerdictKind> {
        private static final Comparator<VerdictKind> ORDER = Comparator.comparing(VerdictKind::verdict)
                .thenComparing(VerdictKind::concerns)
                .thenComparing(VerdictKind::evidenceLevel, Comparator.nullsLast(Comparator.reverseOrder()));

        static VerdictKind of(Judgement judgement) {
            return new VerdictKind(judgement.verdict(), judgement.concerns(), judgement.evidenceLevel());
        }

        @Override
        public int compareTo(VerdictKind other) {
            return ORDER.compare(this, other);
        }

        private EffectAnswer.Verdicts answer(long count) {
            return new EffectAnswer.Verdicts(
                    verdict, concerns, evidenceLevel, count, EvidenceRule.isAboveEvidence(verdict, evidenceLevel));
        }
    }

    /** The figures of these records. */
    EffectAnswer.Figures figures(List<EffectRecord> records) {
        var judgements = EffectRecord.ofKind(Judgement.class, records).toList();
        return new EffectAnswer.Figures(
                projects(records),
                verdicts(judgements),
                change(EffectRecord.ofKind(Measured.class, records).toList()),
                new EffectAnswer.SideEffects(
                        judgements.stream().mapToLong(Judgement::positive).sum(),
                        judgements.stream().mapToLong(Judgement::negative).sum()),
                embedding(EffectRecord.ofKind(Embedded.class, records).toList()));
    }

    /** The tallies among these records, in their order. */
    static List<EffectAnswer.Tally> tallies(List<EffectRecord> records) {
        return EffectRecord.ofKind(Tallied.class, records).map(Tallied::tally).toList();
    }

    private EffectAnswer.Projects projects(List<EffectRecord> records) {
        var found = records.stream()
                .map(EffectRecord::project)
                .filter(Objects::nonNull)
                .distinct()
                .map(projects::get)
                .toList();
        var reports = found.stream()
                .flatMap(project -> project.reports().stream())
                .distinct()
                .count();
        return new EffectAnswer.Projects(
                found.size(),
                reports,
                share(found, project -> !project.reports().isEmpty()),
                share(found, EffectProject::baseline),
                share(found, EffectProject::selfEvaluation),
                share(found, EffectProject::independentEvaluation));
    }

    private static Share share(List<EffectProject> projects, Function<EffectProject, Boolean> statement) {
        var known = projects.stream().map(statement).filter(Objects::nonNull).toList();
        return Share.of(known.stream().filter(Boolean::booleanValue).count(), known.size(), projects.size());
    }

    private static List<EffectAnswer.Verdicts> verdicts(List<Judgement> judgements) {
        return judgements.stream()
                .collect(Collectors.groupingBy(VerdictKind::of, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey().answer(entry.getValue()))
                .toList();
    }

    private static EffectAnswer.Change change(List<Measured> indicators) {
        var changes = indicators.stream()
                .map(Measured::change)
                .filter(Objects::nonNull)
                .toList();
        long n = changes.size();
        return new EffectAnswer.Change(
                indicators.size(),
                indicators.stream().filter(Measured::baselineTaken).count(),
                n,
                n == 0 ? null : count(changes, Course.IMPROVED),
                n == 0 ? null : count(changes, Course.UNCHANGED),
                n == 0 ? null : count(changes, Course.WORSENED),
                n == 0
                        ? null
                        : (Long) changes.stream()
                                .filter(change -> Boolean.TRUE.equals(change.targetReached()))
                                .count());
    }

    private static Long count(List<IndicatorChange> changes, Course course) {
        return changes.stream().filter(change -> change.course() == course).count();
    }

    private static EffectAnswer.Embedding embedding(List<Embedded> words) {
        return new EffectAnswer.Embedding(
                count(words, EmbeddingStatus.SECURED),
                count(words, EmbeddingStatus.PARTLY_SECURED),
                count(words, EmbeddingStatus.NOT_SECURED),
                count(words, EmbeddingStatus.UNKNOWN),
                words.stream().filter(Embedded::stale).count());
    }

    private static long count(List<Embedded> words, EmbeddingStatus status) {
        return words.stream().filter(word -> word.status() == status).count();
    }
}
