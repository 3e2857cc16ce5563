package nl.doorlichting.reporting.reachstatistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import nl.doorlichting.api.figures.MadeUpReach;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.warmup.WarmUp;

/** Everyday questions about reach: of nothing, from memory and from the database, and of figures that nobody recorded. */
@Singleton
class ReachWarmUp implements WarmUp {
    private final ReachStatisticsService statistics;
    private final RecentReach recent;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    ReachWarmUp(
            ReachStatisticsService statistics, RecentReach recent, MunicipalityRegister register, ObjectMapper mapper) {
        this.statistics = statistics;
        this.recent = recent;
        this.register = register;
        this.mapper = mapper;
    }

    @Override
    @ActivateRequestContext
    public void once() throws JsonProcessingException {
        for (var question : MadeUpReach.QUESTIONS) {
            recent.of(question);
            mapper.writeValueAsBytes(statistics.answer(question));
            mapper.writeValueAsBytes(MadeUpReach.answer(question, ReachSource.INVENTORY, register));
        }
    }
}
