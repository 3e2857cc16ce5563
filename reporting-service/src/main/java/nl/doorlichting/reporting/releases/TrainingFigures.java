package nl.doorlichting.reporting.releases;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.api.figures.TrainingGroups;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The training service's part of a release, with the token of the caller, so that the training service decides. A release
 * has all parts or is not made: 503 while the training service does not answer.
 */
@ApplicationScoped
class TrainingFigures {
    private static final Logger LOG = Logger.getLogger(TrainingFigures.class);

    private final TrainingStatisticsRestClient service;
    private final RoutingContext request;
    private final ObjectMapper mapper;

    TrainingFigures(@RestClient TrainingStatisticsRestClient service, RoutingContext request, ObjectMapper mapper) {
        this.service = service;
        this.request = request;
        // An answer may have more fields than these, but not fewer.
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    ReachAnswer reach(Question question) {
        return answer(service::reach, question.parameters(), ReachAnswer.class);
    }

    TrainingAnswer trainings(Question question) {
        return answer(service::trainings, question.parameters(), TrainingAnswer.class);
    }

    RatingAnswer ratings(Question question) {
        return answer(service::ratings, question.parameters(), RatingAnswer.class);
    }

    /** What the counts of participants are made from. */
    List<TrainingGroups.Group> groups(String programme, Instant asOf) {
        var question = Map.of("programme", programme, "asOf", asOf.toString());
        return answer(service::groups, question, TrainingGroups.class).groups();
    }

    /** What records of trainings changed between two instants. */
    TrainingChanges changes(String programme, Instant since, Instant asOf) {
        var question = Map.of("programme", programme, "since", since.toString(), "asOf", asOf.toString());
        return answer(service::changes, question, TrainingChanges.class);
    }

    private <T> T answer(Call call, Map<String, String> question, Class<T> type) {
        var answer = ask(call, question);
        if (answer.getStatus() == RestResponse.StatusCode.FORBIDDEN) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "None of your roles may read figures of trainings.");
        }
        if (answer.getStatus() != RestResponse.StatusCode.OK) {
            throw unavailable("status " + answer.getStatus());
        }
        try {
            return mapper.readValue(answer.getEntity(), type);
        } catch (IOException unreadable) {
            throw unavailable(unreadable);
        }
    }

    private RestResponse<byte[]> ask(Call call, Map<String, String> question) {
        try {
            return call.ask(request.request().getHeader(HttpHeaders.AUTHORIZATION), question);
        } catch (RuntimeException unreachable) {
            throw unavailable(unreachable);
        }
    }

    private static ProblemException unavailable(Object failure) {
        LOG.warnf("No usable answer from training-service: %s", failure);
        return ProblemException.of(
                ProblemType.UNAVAILABLE, "The training service, which has a part of the figures, does not answer.");
    }

    private interface Call {
        RestResponse<byte[]> ask(String authorization, Map<String, String> question);
    }
}
