package nl.doorlichting.platform.edge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

/**
 * Rejects a request with two lines of one of these headers, because a proxy before this service may have read the
 * other line.
 */
@ApplicationScoped
class RepeatedHeaders {
    // Without If-None-Match: it is a list (RFC 9110, 13.1.2), and all its lines are read.
    private static final List<String> ONCE = List.of("Authorization", IdempotencyKeys.HEADER, IfMatch.HEADER);

    private final ProblemWriter problems;

    RepeatedHeaders(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes @Priority(3) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext context) {
        var headers = context.request().headers();
        var repeated = ONCE.stream()
                .filter(name -> headers.getAll(name).size() > 1)
                .map(RepeatedHeaders::violation)
                .toList();
        if (repeated.isEmpty()) {
            context.next();
            return;
        }
        RequestBodyDrainer.discard(context);
        problems.end(context, repeated);
    }

    private static Violation violation(String name) {
        return Violation.parameter(
                Violation.In.HEADER,
                name,
                ViolationCode.REPEATED_PARAMETER,
                Map.of(),
                Text.of("header.repeated", name));
    }
}
