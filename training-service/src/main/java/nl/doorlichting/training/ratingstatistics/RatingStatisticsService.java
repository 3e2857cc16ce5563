package nl.doorlichting.training.ratingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.effects.EffectNoteCode;
import nl.doorlichting.domain.effects.EffectNotes;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.effects.EffectTable;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;

@ApplicationScoped
class RatingStatisticsService {
    private final TrainingDataSet dataSet;
    private final RatingQueries queries;
    private final EvaluationCells cells;
    private final MunicipalityRegister register;

    RatingStatisticsService(
            TrainingDataSet dataSet, RatingQueries queries, EvaluationCells cells, MunicipalityRegister register) {
        this.dataSet = dataSet;
        this.queries = queries;
        this.cells = cells;
        this.register = register;
    }

    @Transactional
    RatingStatisticsResponse answer(EffectQuery query) {
        var revision = dataSet.beginConsistentRead();
        var table = new EffectTable<>(query, register, RatingCell::new);
        for (var rating : queries.ratings(query)) {
            if (rating.inside()) {
                table.add(rating.stated(), 1, cell -> cell.add(rating));
            } else {
                table.notes().count(EffectNoteCode.PARTIAL_OVERLAP, 1);
            }
        }
        table.notes().count(EffectNoteCode.OTHER_RATINGS, table.total().others());
        var evaluations = evaluations(query, table.notes());
        return RatingStatisticsResponse.from(
                table, evaluations, query.dependsOnRegister() ? register.version() : null, revision);
    }

    /** The evaluations of the total; null when they are not shown. */
    private EvaluationSums evaluations(EffectQuery query, EffectNotes notes) {
        var found = cells.of(query.programme(), null);
        notes.count(EffectNoteCode.RATING_NOT_SHOWN, found.size());
        if (!query.isOfEvaluationCells()) {
            return null;
        }
        var all = EvaluationCells.within(found, query.from(), query.until()).stream()
                .map(Cell::shown)
                .reduce(EvaluationSums.NONE, EvaluationSums::plus);
        notes.count(EffectNoteCode.EVALUATIONS_SUPPRESSED, all.codes() > 0 && !all.enough() ? 1 : 0);
        return all;
    }
}
