package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.function.Function;
import nl.doorlichting.platform.problems.Violation;

/**
 * The checks of bodies before they are forwarded: of what they refer to, where the client wants it, and those of features of
 * the gateway, each of which says of which requests it is.
 */
@Singleton
class RecordChecks {
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_SERVICE = (context, failure) -> {};

    private final List<RecordCheck> checks;
    private final StrictReferences references;
    private final ObjectMapper mapper;

    RecordChecks(@All List<RecordCheck> checks, StrictReferences references, ObjectMapper mapper) {
        this.checks = checks;
        this.references = references;
        this.mapper = mapper;
    }

    UpstreamProxy.BodyCheck of(RoutingContext context, ForwardingTable.Entry entry) {
        return checks.stream()
                .filter(check -> check.isAsked(context.request()))
                .findFirst()
                .<UpstreamProxy.BodyCheck>map(check -> new WholeBody(check, context, entry))
                .orElseGet(() -> references.of(context, entry));
    }

    private final class WholeBody implements UpstreamProxy.BodyCheck {
        private final RecordCheck check;
        private final RoutingContext context;
        private final ForwardingTable.Entry entry;

        WholeBody(RecordCheck check, RoutingContext context, ForwardingTable.Entry entry) {
            this.check = check;
            this.context = context;
            this.entry = entry;
        }

        @Override
        public boolean isAsked() {
            return true;
        }

        /** A body that is no JSON has none: its service refuses it. */
        @Override
        public Future<List<Violation>> violations(Buffer body) {
            return ofCaller(
                    context,
                    entry,
                    caller -> read(body)
                            .map(record -> check.violations(record, context, caller))
                            .orElseGet(() -> Future.succeededFuture(List.of())));
        }

        @Override
        public Optional<CheckedBody.Check> ofPassingBody() {
            return Optional.empty();
        }
    }

    /** What is found; nothing for a caller whom the service refuses, because it has no valid token or none of the roles. */
    static Future<List<Violation>> ofCaller(
            RoutingContext context,
            ForwardingTable.Entry entry,
            Function<SecurityIdentity, Future<List<Violation>>> check) {
        var here = Vertx.currentContext();
        var found = Promise.<List<Violation>>promise();
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_SERVICE);
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        caller -> here.runOnContext(now -> {
                            if (caller.isAnonymous()
                                    || !entry.allows(context.request().method(), caller.getRoles())) {
                                found.complete(List.of());
                            } else {
                                check.apply(caller).onComplete(found);
                            }
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
