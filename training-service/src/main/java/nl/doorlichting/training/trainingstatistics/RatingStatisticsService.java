package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** Puts the ratings of trainings in rows by what tallies state of their activity. */
@ApplicationScoped
class RatingStatisticsService {
    private final TrainingDataSet dataSet;
    private final RatingFacts facts;
    private final EvaluationCells cells;
    private final MunicipalityRegister register;

    RatingStatisticsService(
            TrainingDataSet dataSet, RatingFacts facts, EvaluationCells cells, MunicipalityRegister register) {
        this.dataSet = dataSet;
        this.facts = facts;
        this.cells = cells;
        this.register = register;
    }

    @Transactional
    RatingAnswer answer(Question question) {
        var revision = dataSet.beginConsistentRead();
        var maker = new TableMaker<>(question, register, Measure.<StatedRating>listed());
        facts.of(question).forEach(maker::add);
        var evaluations = evaluations(question, maker.notes());
        var all = maker.table().total(List.of());
        var total = figures(all, evaluations);
        maker.notes().count(NoteCode.OTHER_RATINGS, all.size() - total.ratings().size());
        var table = maker.table();
        return new RatingAnswer(
                question.dimensions(),
                rows(table.rows()),
                List.of(total),
                rows(table.unallocated()),
                FigureNote.of(table),
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    /** The evaluations of the total; none when they are not shown. */
    private EvaluationSums evaluations(Question question, Notes notes) {
        var found = cells.of(question.programme());
        notes.count(NoteCode.RATING_NOT_SHOWN, found.size());
        if (!question.isDisclosed()) {
            return EvaluationSums.NONE;
        }
        var all = EvaluationCells.within(found, question.from(), question.until()).stream()
                .map(Cell::shown)
                .reduce(EvaluationSums.NONE, EvaluationSums::plus);
        notes.count(NoteCode.EVALUATIONS_SUPPRESSED, all.codes() > 0 && !all.enough() ? 1 : 0);
        return all;
    }

    private static List<RatingAnswer.Row> rows(List<Table.Row<List<StatedRating>>> rows) {
        return rows.stream()
                .map(row -> new RatingAnswer.Row(row.key(), figures(row.sum(), EvaluationSums.NONE)))
                .toList();
    }

    private static RatingAnswer.Figures figures(List<StatedRating> stated, EvaluationSums evaluations) {
        var latest = new LinkedHashMap<String, RatingAnswer.Rating>();
        stated.stream()
                .sorted()
                .map(StatedRating::rating)
                .forEach(rating -> latest.putIfAbsent(rating.trainingType(), rating));
        return new RatingAnswer.Figures(
                evaluations.enough()
                        ? new RatingAnswer.Evaluations(
                                evaluations.mean(),
                                evaluations.spread(),
                                evaluations.responseRate(),
                                evaluations.answers())
                        : null,
                List.copyOf(latest.values()));
    }
}
