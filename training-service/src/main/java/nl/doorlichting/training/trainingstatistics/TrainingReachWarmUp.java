package nl.doorlichting.training.trainingstatistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import nl.doorlichting.api.figures.MadeUpReach;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.warmup.WarmUp;

/** Everyday questions about reach: of nothing, from the database, and of figures that nobody recorded. */
@Singleton
class TrainingReachWarmUp implements WarmUp {
    private final TrainingReachService statistics;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    TrainingReachWarmUp(TrainingReachService statistics, MunicipalityRegister register, ObjectMapper mapper) {
        this.statistics = statistics;
        this.register = register;
        this.mapper = mapper;
    }

    @Override
    @ActivateRequestContext
    public void once() throws JsonProcessingException {
        for (var question : MadeUpReach.QUESTIONS) {
            mapper.writeValueAsBytes(statistics.answer(question));
            mapper.writeValueAsBytes(MadeUpReach.answer(question, ReachSource.TRAINING, register));
        }
    }
}
