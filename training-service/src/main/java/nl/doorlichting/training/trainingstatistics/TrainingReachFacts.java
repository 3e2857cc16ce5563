package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.reach.ReachFact;
import nl.doorlichting.kernel.reach.ReachQuery;
import nl.doorlichting.kernel.reach.ReachSql;

/** Sums the participants of held sessions where they lie; those expected in planned ones are not reached. */
@ApplicationScoped
class TrainingReachFacts {
    // A figure over all types may contain those of single types on the same days: then it is not added to them.
    private static final String INCLUSION = """
            case when e.training_type is null and exists (
                     select 1 from training_figure part
                     where part.programme = e.programme and part.training_type is not null
                         and part.quantity_kind is not null
                         and part.period_from < e.period_until and part.period_until > e.period_from) then 'UNKNOWN'
                 when e.tally then 'TALLY'
                 else 'ADDED' end""";

    private final EntityManager entities;
    private final MunicipalityRegister register;

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Every group of figures that the query may want. */
    List<ReachFact> of(ReachQuery query) {
        var filter = ReachSql.filter(query, register).where("e.quantity_kind is not null");
        var statement =
                entities.createNativeQuery(ReachSql.groups("training_figure", INCLUSION, filter), Object[].class);
        filter.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = statement.getResultList();
        return groups.stream().map(ReachSql::fact).toList();
    }
}
