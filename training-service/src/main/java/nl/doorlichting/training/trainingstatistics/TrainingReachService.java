package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.training.TrainingDataSet;

/** Sums the participants that trainings reached. */
@ApplicationScoped
class TrainingReachService {
    private final TrainingReachFacts facts;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;

    TrainingReachService(
            TrainingReachFacts facts, TrainingDataSet dataSet, MunicipalityRegister register, CurrentCaller caller) {
        this.caller = caller;
        this.facts = facts;
        this.dataSet = dataSet;
        this.register = register;
    }

    /** The answer without a limit of rows. */
    @Transactional
    ReachAnswer whole(Question question) {
        return answer(question, table -> {});
    }

    @Transactional
    ReachAnswer answer(Question question) {
        return answer(question, ReachAnswer::refuseTooLong);
    }

    private ReachAnswer answer(Question question, Consumer<Table<QuantitySum>> check) {
        var revision = dataSet.beginConsistentRead();
        var table = TableMaker.table(question, register, ReachSql.measure(), facts.of(question));
        check.accept(table);
        var links = TrainingLinks.of(question, caller.get());
        return ReachAnswer.whole(
                ReachSource.TRAINING,
                table,
                row -> new ReachAnswer.Links(null, links.tallies(row), links.sessions(row)),
                register.version(),
                revision);
    }
}
