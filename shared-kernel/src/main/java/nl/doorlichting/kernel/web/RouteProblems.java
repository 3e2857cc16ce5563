package nl.doorlichting.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import nl.doorlichting.kernel.problem.ProblemType;

/** Writes problem details where no resource is reached: in handlers of the HTTP server itself. */
@ApplicationScoped
public class RouteProblems {
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ObjectMapper mapper;

    public RouteProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the request with this problem. */
    public void end(RoutingContext context, ProblemType type, String detail) {
        var problem = Problem.of(type, detail, context.request().path(), RequestTrace.of(context));
        var response = context.response().setStatusCode(type.status());
        response.putHeader(ApiVersion.HEADER, ApiVersion.CURRENT);
        response.putHeader("Content-Type", Problem.MEDIA_TYPE).putHeader("Cache-Control", "no-store");
        if (type == ProblemType.UNAVAILABLE) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.end(json(problem));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
