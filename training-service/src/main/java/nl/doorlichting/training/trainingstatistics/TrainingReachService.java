package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.IntConsumer;
import nl.doorlichting.api.figures.LargeAnswers;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.training.TrainingDataSet;

/** Sums the participants that trainings reached. */
@ApplicationScoped
class TrainingReachService {
    private final TrainingReachFacts facts;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final LargeAnswers large;

    TrainingReachService(
            TrainingReachFacts facts,
            TrainingDataSet dataSet,
            MunicipalityRegister register,
            CurrentCaller caller,
            LargeAnswers large) {
        this.caller = caller;
        this.large = large;
        this.facts = facts;
        this.dataSet = dataSet;
        this.register = register;
    }

    /** The answer as a table (CSV), which has more rows. */
    @Transactional
    ReachAnswer whole(Question question) {
        return answer(question, large.table());
    }

    @Transactional
    ReachAnswer answer(Question question) {
        return answer(question, large.answer(question, ReachAnswer.CSV));
    }

    private ReachAnswer answer(Question question, IntConsumer rows) {
        var revision = dataSet.beginConsistentRead();
        var table = facts.table(question, rows);
        var links = TrainingLinks.of(question, caller.get());
        return ReachAnswer.whole(
                ReachSource.TRAINING,
                table,
                row -> new ReachAnswer.Links(null, links.tallies(row), links.sessions(row)),
                register.version(),
                revision);
    }
}
