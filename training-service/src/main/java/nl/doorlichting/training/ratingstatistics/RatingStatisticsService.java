package nl.doorlichting.training.ratingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.kernel.effects.EffectNoteCode;
import nl.doorlichting.kernel.effects.EffectQuery;
import nl.doorlichting.kernel.effects.EffectTable;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.training.TrainingDataSet;

@ApplicationScoped
class RatingStatisticsService {
    private final TrainingDataSet dataSet;
    private final RatingQueries queries;
    private final MunicipalityRegister register;

    RatingStatisticsService(TrainingDataSet dataSet, RatingQueries queries, MunicipalityRegister register) {
        this.dataSet = dataSet;
        this.queries = queries;
        this.register = register;
    }

    @Transactional
    RatingStatisticsResponse answer(EffectQuery query) {
        var revision = dataSet.revision();
        var table = new EffectTable<>(query, register, RatingCell::new);
        queries.evaluations(query)
                .forEach(group -> table.add(group.stated(), group.sessions(), cell -> cell.add(group.sums())));
        for (var rating : queries.ratings(query)) {
            if (rating.inside()) {
                table.add(rating.stated(), 1, cell -> cell.add(rating));
            } else {
                table.notes().count(EffectNoteCode.PARTIAL_OVERLAP, 1);
            }
        }
        countHidden(table);
        return RatingStatisticsResponse.from(table, query.dependsOnRegister() ? register.version() : null, revision);
    }

    private static void countHidden(EffectTable<RatingCell> table) {
        table.notes().count(EffectNoteCode.OTHER_RATINGS, table.total().others());
        table.notes()
                .count(
                        EffectNoteCode.EVALUATIONS_SUPPRESSED,
                        table.rows().values().stream()
                                .filter(RatingCell::isSuppressed)
                                .count());
    }
}
