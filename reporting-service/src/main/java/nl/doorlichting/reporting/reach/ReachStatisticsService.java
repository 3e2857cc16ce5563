package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.reach.ReachTable;

/** Computes figures of reach. */
@ApplicationScoped
class ReachStatisticsService {
    private final ReachFacts facts;
    private final ReachObservationRepository observations;
    private final MunicipalityRegister register;

    ReachStatisticsService(ReachFacts facts, ReachObservationRepository observations, MunicipalityRegister register) {
        this.facts = facts;
        this.observations = observations;
        this.register = register;
    }

    @Transactional
    ReachStatisticsResponse answer(ReachQuery query) {
        var revision = observations.revision();
        var table = ReachTable.of(ReachSource.INVENTORY, query, register, facts.of(query));
        return ReachStatisticsResponse.from(table, query.dependsOnRegister() ? register.version() : null, revision);
    }
}
