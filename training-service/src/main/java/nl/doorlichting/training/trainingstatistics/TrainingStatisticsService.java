package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/** Sums trainings. */
@ApplicationScoped
class TrainingStatisticsService {
    private final TrainingFacts facts;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;

    TrainingStatisticsService(TrainingFacts facts, TrainingDataSet dataSet, MunicipalityRegister register) {
        this.facts = facts;
        this.dataSet = dataSet;
        this.register = register;
    }

    @Transactional
    TrainingAnswer answer(Question question) {
        var revision = dataSet.beginConsistentRead();
        return answer(question, facts.of(question), register, revision);
    }

    static TrainingAnswer answer(
            Question question, TrainingFacts.Found found, MunicipalityRegister register, String revision) {
        var maker = new TableMaker<>(question, register, Measure.<TrainingFigure>listed());
        found.facts().forEach(maker::add);
        var table = maker.table();
        var total = new TrainingSums(Key.ALL, table.total(List.of()), false);
        var rows = table.rows().stream()
                .sorted(Comparator.comparing(row -> inOrder(row.key(), found.types())))
                .map(row -> new TrainingSums(row.key(), row.sum(), question.looksAt(TRAINING_TYPE)))
                .toList();
        count(maker.notes(), rows, total, found);
        return new TrainingAnswer(
                question.dimensions(),
                rows.stream().map(TrainingSums::row).toList(),
                List.of(total.total()),
                maker.table().wordedNotes(),
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    private static Key inOrder(Key key, Types types) {
        return key.has(TRAINING_TYPE) ? key.with(TRAINING_TYPE, types.order(key.get(TRAINING_TYPE))) : key;
    }

    private static void count(Notes notes, List<TrainingSums> rows, TrainingSums total, TrainingFacts.Found found) {
        var all = new ArrayList<>(rows);
        all.add(total);
        var overlapping = all.stream()
                .map(TrainingSums::overlapping)
                .filter(periods -> !periods.isEmpty())
                .toList();
        var shared = new TreeSet<Period>();
        overlapping.forEach(shared::addAll);
        notes.countNamed(
                NoteCode.OVERLAPPING_PERIODS,
                overlapping.size(),
                found.days().apply(shared).stream().map(Period::code).toList());
        notes.count(
                NoteCode.OTHER_RATINGS,
                rows.stream().mapToLong(TrainingSums::otherRatings).sum());
        notes.count(NoteCode.NOT_BY_PROFESSION, found.notByProfession());
        notes.count(
                NoteCode.EVALUATIONS_SUPPRESSED,
                rows.stream().filter(TrainingSums::isSuppressed).count());
        notes.count(NoteCode.RATING_NOT_SHOWN, found.withheld());
    }
}
