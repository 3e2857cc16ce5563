package nl.doorlichting.kernel.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.kernel.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is over the limit, with problem details; the server itself would end without a word. */
@ApplicationScoped
class PayloadLimit {
    private static final int AFTER_THE_VERSION_HEADER = Integer.MIN_VALUE;

    private final RouteProblems problems;
    private final long limit;

    PayloadLimit(RouteProblems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.problems = problems;
        this.limit = limit.asLongValue();
    }

    void register(@Observes @Priority(3) Router router) {
        router.route().order(AFTER_THE_VERSION_HEADER).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (declaredLength(context) <= limit) {
            context.next();
            return;
        }
        // What is still being sent is not read.
        context.response().putHeader("Connection", "close");
        problems.end(context, ProblemType.PAYLOAD_TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }

    private static long declaredLength(RoutingContext context) {
        var declared = context.request().getHeader("Content-Length");
        return declared != null && declared.matches("\\d{1,18}") ? Long.parseLong(declared) : 0;
    }
}
