package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;

/** Computes figures of reach. */
@ApplicationScoped
public class ReachStatisticsService {
    private final ReachFacts facts;
    private final ReachObservationRepository observations;
    private final MunicipalityRegister register;

    ReachStatisticsService(ReachFacts facts, ReachObservationRepository observations, MunicipalityRegister register) {
        this.facts = facts;
        this.observations = observations;
        this.register = register;
    }

    @Transactional
    public ReachAnswer answer(Question question) {
        var revision = observations.beginConsistentRead();
        var table = TableMaker.table(question, register, ReachSql.measure(), facts.of(question));
        return ReachAnswer.from(ReachSource.INVENTORY, table, register.version(), revision);
    }

    /** The figures behind a question, for a caller that makes several tables of the same ones. */
    @Transactional
    public List<Fact<QuantitySum>> figures(Question question) {
        observations.beginConsistentRead();
        return facts.of(question);
    }
}
