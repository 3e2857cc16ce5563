package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
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

    /** The answer without a limit of rows. */
    @Transactional
    ReachAnswer whole(Question question) {
        var revision = dataSet.beginConsistentRead();
        var table = TableMaker.table(question, register, ReachSql.measure(), facts.of(question));
        return ReachAnswer.whole(
                ReachSource.TRAINING, table, row -> ReachAnswer.Links.NONE, register.version(), revision);
    }

    @Transactional
    ReachAnswer answer(Question question) {
        var revision = dataSet.beginConsistentRead();
        var table = TableMaker.table(question, register, ReachSql.measure(), facts.of(question));
        return ReachAnswer.from(ReachSource.TRAINING, table, register.version(), revision);
    }
}
