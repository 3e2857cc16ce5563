package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.tracing.RequestTraceId;
import org.jboss.logging.Logger;

/** Makes and logs the answer of every error: 4xx at INFO, 5xx at ERROR. */
@ApplicationScoped
class ProblemResponses {
    private static final Logger LOG = Logger.getLogger("nl.doorlichting.problem");
    private static final String RETRY_AFTER_SECONDS = "5";

    private final RoutingContext context;

    ProblemResponses(RoutingContext context) {
        this.context = context;
    }

    Response of(ProblemException exception) {
        var problem =
                problem(exception.type(), exception.getMessage()).with(exception.violations(), exception.members());
        LOG.infof("%s: %s [%s]", request(), problem.type(), problem.traceId());
        return builder(problem).build();
    }

    Response of(ProblemType type, String detail) {
        return of(ProblemException.of(type, detail));
    }

    /** 401 with its challenge. */
    Response notAuthenticated(TokenRefusal refusal) {
        var response = of(ProblemType.NOT_AUTHENTICATED, refusal.detail());
        return Response.fromResponse(response)
                .header(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge())
                .build();
    }

    /** 405 with the methods that this path does have. */
    Response methodNotAllowed(String allowed) {
        var response = of(ProblemType.METHOD_NOT_ALLOWED, "This path allows " + allowed + ".");
        return Response.fromResponse(response)
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /** For a client whose connection ended; no client receives it. */
    Response clientGone() {
        var problem = problem(
                ProblemType.VALIDATION_FAILED, "The client closed the connection before the answer was complete.");
        LOG.infof("%s: the client closed the connection [%s]", request(), problem.traceId());
        return builder(problem).build();
    }

    /** An internal error: the caller gets an id, the log gets everything. */
    Response failure(Throwable failure) {
        var problem = problem(
                ProblemType.INTERNAL_ERROR, "An internal error occurred. Quote the traceId when you report it.");
        LOG.errorf(failure, "%s [%s]", request(), problem.traceId());
        return builder(problem).build();
    }

    private String request() {
        return context.request().method() + " " + PathTemplateTag.of(context.request());
    }

    private Problem problem(ProblemType type, String detail) {
        return Problem.of(type, detail, context.request().path(), RequestTraceId.of(context));
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        var builder = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == ProblemType.UNAVAILABLE.status()
                ? builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : builder;
    }
}
