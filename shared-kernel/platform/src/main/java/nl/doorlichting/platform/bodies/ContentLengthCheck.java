package nl.doorlichting.platform.bodies;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;

/** Rejects a body whose Content-Length is over the limit, before any of it is read. */
@ApplicationScoped
class ContentLengthCheck {
    private final ProblemWriter problems;
    private final PayloadLimits limits;

    ContentLengthCheck(ProblemWriter problems, PayloadLimits limits) {
        this.problems = problems;
        this.limits = limits;
    }

    void register(@Observes @Priority(3) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext context) {
        var limit = limits.of(context.request().path());
        if (declaredLength(context) <= limit) {
            context.next();
            return;
        }
        RequestBodyDrainer.discard(context);
        problems.end(context, ProblemType.PAYLOAD_TOO_LARGE, PayloadLimits.refusal(limit));
    }

    private static long declaredLength(RoutingContext context) {
        var declared = context.request().getHeader("Content-Length");
        return declared != null && declared.matches("\\d{1,18}") ? Long.parseLong(declared) : 0;
    }
}
