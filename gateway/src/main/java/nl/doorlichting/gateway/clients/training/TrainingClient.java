package nl.doorlichting.gateway.clients.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

/** Calls training-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class TrainingClient {
    private static final String STATISTICS = "/v1/training-statistics";
    private static final ServiceCall TRAINING_TYPES = ServiceCall.of(Service.TRAINING, "/v1/codelists/training-types");

    private final UpstreamResultReader responses;
    private final SharedAnswers shared;

    TrainingClient(UpstreamResultReader responses, SharedAnswers shared) {
        this.responses = responses;
        this.shared = shared;
    }

    public Uni<UpstreamResult<ReachAnswer>> reach(Question question) {
        var call = callOfReach(question);
        return shared.once(call, () -> responses.read(call, ReachAnswer.class));
    }

    /** The same for a request that has not reached an operation. */
    public Uni<UpstreamResult<ReachAnswer>> reach(RoutingContext request, Question question) {
        return responses.read(request, callOfReach(question), ReachAnswer.class);
    }

    private static ServiceCall callOfReach(Question question) {
        return new ServiceCall(Service.TRAINING, STATISTICS + "/reach", question.parameters());
    }

    /** The codes of all training types, in order; none if the service does not say. */
    public Uni<List<String>> trainingTypes() {
        return responses
                .read(TRAINING_TYPES, JsonNode.class)
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
        return responses
                .read(TRAINING_TYPES, JsonNode.class)
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
        return responses.readBody(new ServiceCall(Service.TRAINING, STATISTICS + "/reach/csv", question.parameters()));
    }

    public Uni<UpstreamResult<TrainingAnswer>> trainings(Question question) {
        var call = new ServiceCall(Service.TRAINING, STATISTICS, question.parameters());
        return shared.once(call, () -> responses.read(call, TrainingAnswer.class));
    }

    /** The ratings by participants, by the activity of the trainings. */
    public Uni<UpstreamResult<RatingAnswer>> ratings(Question question) {
        var call = new ServiceCall(Service.TRAINING, STATISTICS + "/ratings", question.parameters());
        return shared.once(call, () -> responses.read(call, RatingAnswer.class));
    }

    /** The trainings of one project, by type. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectTrainings>> trainingsOf(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.TRAINING, STATISTICS)
                        .with("projectId", project)
                        .with("asOf", asOf),
                ProjectTrainings.class);
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<TrainingQuality>> quality(String programme) {
        return responses.read(
                ServiceCall.of(Service.TRAINING, "/v1/training-quality").with("programme", programme),
                TrainingQuality.class);
    }
}
