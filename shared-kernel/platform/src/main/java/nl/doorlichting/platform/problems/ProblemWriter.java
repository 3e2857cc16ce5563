package nl.doorlichting.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.tracing.RequestTraceId;

/** Writes problem details in handlers of the HTTP server, where no resource is reached. */
@ApplicationScoped
public class ProblemWriter {
    /** Order of the handlers that see every request first; among them their priority decides. */
    public static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private static final int LONGEST_INSTANCE = 1_000;

    private final ObjectMapper mapper;

    public ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the request with this problem. */
    public void end(RoutingContext context, ProblemType type, Text detail) {
        end(context, ProblemException.of(type, detail));
    }

    /** Ends the request with a 400 that lists these violations. */
    public void end(RoutingContext context, List<Violation> violations) {
        end(context, ProblemException.violations(violations));
    }

    private void end(RoutingContext context, ProblemException refusal) {
        var problem =
                Problem.of(refusal, instance(context), RequestTraceId.of(context), RequestLanguage.stated(context));
        var response = context.response().setStatusCode(problem.status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        refusal.type().retryAfter().ifPresent(seconds -> response.putHeader("Retry-After", seconds.toString()));
        response.end(json(problem));
    }

    // Without a path that is rejected for its length.
    private static String instance(RoutingContext context) {
        var path = context.request().path();
        return path.length() <= LONGEST_INSTANCE ? path : "/";
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
