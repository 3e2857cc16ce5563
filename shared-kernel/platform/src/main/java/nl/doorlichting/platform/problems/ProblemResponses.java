package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.tracing.RequestTraceId;
import org.jboss.logging.Logger;

/** Makes and logs the answer of every error: 4xx at INFO, 5xx at ERROR. */
@ApplicationScoped
class ProblemResponses {
    private static final Logger LOG = Logger.getLogger("nl.doorlichting.problem");

    private final RoutingContext context;

    ProblemResponses(RoutingContext context) {
        this.context = context;
    }

    Response of(ProblemException exception) {
        var problem = Problem.of(
                exception, context.request().path(), RequestTraceId.of(context), RequestLanguage.stated(context));
        LOG.infof("%s: %s [%s]", request(), problem.type(), problem.traceId());
        var response = builder(exception.type(), problem);
        exception.etag().ifPresent(etag -> response.header(HttpHeaders.ETAG, etag));
        return response.build();
    }

    Response of(ProblemType type, Text detail) {
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
        var response = of(ProblemType.METHOD_NOT_ALLOWED, Text.of("request.method-not-allowed", allowed));
        return Response.fromResponse(response)
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /** For a client whose connection ended; no client receives it. */
    Response clientGone() {
        var problem = problem(ProblemType.VALIDATION_FAILED, Text.of("request.client-gone"));
        LOG.infof("%s: the client closed the connection [%s]", request(), problem.traceId());
        return builder(ProblemType.VALIDATION_FAILED, problem).build();
    }

    /** An internal error: the caller gets an id, the log gets everything. */
    Response failure(Throwable failure) {
        var problem = problem(ProblemType.INTERNAL_ERROR, Text.of("request.internal-error"));
        LOG.errorf(failure, "%s [%s]", request(), problem.traceId());
        return builder(ProblemType.INTERNAL_ERROR, problem).build();
    }

    private String request() {
        return context.request().method() + " " + PathTemplateTag.of(context.request());
    }

    private Problem problem(ProblemType type, Text detail) {
        return Problem.of(
                type, detail, context.request().path(), RequestTraceId.of(context), RequestLanguage.stated(context));
    }

    private static Response.ResponseBuilder builder(ProblemType type, Problem problem) {
        var builder = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        type.retryAfter().ifPresent(seconds -> builder.header(HttpHeaders.RETRY_AFTER, seconds));
        return builder;
    }
}
