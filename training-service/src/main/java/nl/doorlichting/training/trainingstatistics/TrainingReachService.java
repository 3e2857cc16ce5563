package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.reach.ReachTable;
import nl.doorlichting.training.TrainingDataSet;

/** Sums the participants that trainings reached. */
@ApplicationScoped
class TrainingReachService {
    private final TrainingReachFacts facts;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;

    TrainingReachService(TrainingReachFacts facts, TrainingDataSet dataSet, MunicipalityRegister register) {
        this.facts = facts;
        this.dataSet = dataSet;
        this.register = register;
    }

    @Transactional
    TrainingReachResponse answer(ReachQuery query) {
        var revision = dataSet.revision();
        var table = ReachTable.of(ReachSource.TRAINING, query, register, facts.of(query));
        return TrainingReachResponse.from(table, query.dependsOnRegister() ? register.version() : null, revision);
    }
}
