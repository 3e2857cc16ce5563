package nl.doorlichting.gateway.reports.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Arrays;
import nl.doorlichting.api.figures.MadeUpReach;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.reports.reach.ReachReport.Part;
import nl.doorlichting.platform.responses.EntityTag;
import nl.doorlichting.platform.warmup.WarmUp;

/** Reads answers of services about figures that nobody recorded, and makes reports of them. No service is asked. */
@Singleton
class ReachWarmUp implements WarmUp {
    private final UpstreamResultReader responses;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    ReachWarmUp(UpstreamResultReader responses, MunicipalityRegister register, ObjectMapper mapper) {
        this.responses = responses;
        this.register = register;
        this.mapper = mapper;
    }

    @Override
    public void once() throws JsonProcessingException {
        for (var question : MadeUpReach.QUESTIONS) {
            var parts = Arrays.stream(ReachSource.values())
                    .map(source -> part(question, source))
                    .toList();
            EntityTag.of(mapper.writeValueAsBytes(ReachReport.from(question, parts)));
        }
    }

    private Part part(Question question, ReachSource source) {
        try {
            var answer = mapper.writeValueAsBytes(MadeUpReach.answer(question, source, register));
            return new Part(
                    ReachReports.service(source),
                    source,
                    new UpstreamResult.Answered<>(responses.parse(answer, ReachAnswer.class)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
