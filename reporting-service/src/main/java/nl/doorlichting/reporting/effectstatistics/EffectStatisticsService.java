package nl.doorlichting.reporting.effectstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

@ApplicationScoped
class EffectStatisticsService {
    private final EffectQueries queries;
    private final MunicipalityRegister register;

    EffectStatisticsService(EffectQueries queries, MunicipalityRegister register) {
        this.queries = queries;
        this.register = register;
    }

    @Transactional
    EffectStatisticsResponse answer(EffectQuery query) {
        var revision = queries.revision();
        return EffectStatisticsResponse.from(
                queries.table(query),
                queries.tallies(query),
                query.dependsOnRegister() ? register.version() : null,
                revision);
    }
}
