package nl.doorlichting.gateway.clients.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls training-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class TrainingClient {
    private final TrainingRestClient service;
    private final UpstreamResultReader responses;
    private final SharedAnswers shared;

    TrainingClient(@RestClient TrainingRestClient service, UpstreamResultReader responses, SharedAnswers shared) {
        this.service = service;
        this.responses = responses;
        this.shared = shared;
    }

    public Uni<UpstreamResult<ReachAnswer>> reach(Question question) {
        var call = new ServiceCall(Service.TRAINING, "reach", question.parameters());
        return shared.once(
                call, () -> responses.read(call, ReachAnswer.class, () -> service.reach(question.parameters())));
    }

    /** The codes of all training types, in order; none if the service does not say. */
    public Uni<List<String>> trainingTypes() {
        var call = service.trainingTypes();
        return responses
                .read(Service.TRAINING, JsonNode.class, call)
                .map(list -> list.body()
                        .map(body -> body.path("values").findValuesAsText("code"))
                        .orElse(List.of()))
                .onFailure()
                .recoverWithItem(List.of());
    }

    /** The labels of all training types by their code, in Dutch or in English; none if the service does not say. */
    public Uni<Map<String, String>> trainingTypeLabels(boolean inDutch) {
        return shared.once(List.of(Service.TRAINING, "labels", inDutch), () -> labels(inDutch));
    }

    private Uni<Map<String, String>> labels(boolean inDutch) {
        var call = service.trainingTypes();
        return responses
                .read(Service.TRAINING, JsonNode.class, call)
                .map(list -> {
                    Map<String, String> labels = new LinkedHashMap<>();
                    list.body()
                            .ifPresent(body -> body.path("values")
                                    .forEach(type -> labels.put(
                                            type.path("code").asText(),
                                            type.path(inDutch ? "labelDutch" : "labelEnglish")
                                                    .asText())));
                    return labels;
                })
                .onFailure()
                .recoverWithItem(Map.of());
    }

    /** The reach as a table, however long. */
    public Uni<UpstreamResult<byte[]>> reachTable(Question question) {
        return responses.readTable(
                new ServiceCall(Service.TRAINING, "reach/csv", question.parameters()),
                () -> service.reachTable(question.parameters()));
    }

    public Uni<UpstreamResult<TrainingAnswer>> trainings(Question question) {
        return shared.once(List.of(Service.TRAINING, "trainings", question), () -> {
            var call = service.trainings(question.parameters());
            return responses.read(Service.TRAINING, TrainingAnswer.class, call);
        });
    }

    /** The ratings by participants, by the activity of the trainings. */
    public Uni<UpstreamResult<RatingAnswer>> ratings(Question question) {
        var call = new ServiceCall(Service.TRAINING, "ratings", question.parameters());
        return shared.once(
                call, () -> responses.read(call, RatingAnswer.class, () -> service.ratings(question.parameters())));
    }

    /** The trainings of one project, by type. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectTrainings>> trainingsOf(UUID project, Instant asOf) {
        var filters = new HashMap<>(Map.of("projectId", project.toString()));
        if (asOf != null) {
            filters.put("asOf", asOf.toString());
        }
        return responses.read(
                new ServiceCall(Service.TRAINING, "trainings", filters),
                ProjectTrainings.class,
                () -> service.trainings(filters));
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<TrainingQuality>> quality(String programme) {
        var call = service.quality(programme);
        return responses.read(Service.TRAINING, TrainingQuality.class, call);
    }
}
