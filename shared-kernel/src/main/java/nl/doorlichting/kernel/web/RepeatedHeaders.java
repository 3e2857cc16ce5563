package nl.doorlichting.kernel.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.kernel.problem.ProblemType;

/** Refuses a request with two credentials: a proxy before us may have judged the other one. */
@ApplicationScoped
class OneCredential {
    private final RouteProblems problems;

    OneCredential(RouteProblems problems) {
        this.problems = problems;
    }

    void register(@Observes @Priority(3) Router router) {
        router.route().order(RouteProblems.BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (context.request().headers().getAll("Authorization").size() > 1) {
            problems.end(context, ProblemType.VALIDATION_FAILED, "The request has more than one Authorization header.");
            return;
        }
        context.next();
    }
}
