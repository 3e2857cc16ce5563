package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.doorlichting.platform.problems.Violation;

/** The checks of records before they are forwarded, each of which says of which requests it is. */
@Singleton
class RecordChecks {
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_SERVICE = (context, failure) -> {};

    private final List<RecordCheck> checks;
    private final ObjectMapper mapper;

    RecordChecks(@All List<RecordCheck> checks, ObjectMapper mapper) {
        this.checks = checks;
        this.mapper = mapper;
    }

    Optional<UpstreamProxy.BodyCheck> of(RoutingContext context) {
        return checks.stream()
                .filter(check -> check.isAsked(context.request()))
                .findFirst()
                .map(check -> body -> violations(check, body, context));
    }

    /** A body that is no JSON has none, and that of a caller without a valid token is not looked at: its service refuses it. */
    private Future<List<Violation>> violations(RecordCheck check, Buffer body, RoutingContext context) {
        var here = Vertx.currentContext();
        var found = Promise.<List<Violation>>promise();
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_SERVICE);
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        caller -> here.runOnContext(now -> {
                            var record = caller.isAnonymous() ? Optional.<JsonNode>empty() : read(body);
                            record.map(read -> check.violations(read, context, caller))
                                    .orElseGet(() -> Future.succeededFuture(List.of()))
                                    .onComplete(found);
                        }),
                        refused -> found.complete(List.of()));
        return found.future();
    }

    private Optional<JsonNode> read(Buffer body) {
        try {
            return Optional.of(mapper.readTree(body.getBytes()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
