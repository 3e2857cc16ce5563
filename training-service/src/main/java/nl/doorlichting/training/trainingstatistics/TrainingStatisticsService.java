package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.TrainingDataSet;

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
    TrainingStatisticsResponse answer(TrainingQuery query) {
        var revision = dataSet.beginConsistentRead();
        var table = TrainingTable.of(query, facts.of(query));
        return TrainingStatisticsResponse.from(
                query, table, query.dependsOnRegister() ? register.version() : null, revision);
    }
}
