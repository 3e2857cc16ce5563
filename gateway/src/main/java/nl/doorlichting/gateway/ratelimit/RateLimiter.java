package nl.doorlichting.gateway.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.BiConsumer;
import nl.doorlichting.platform.identity.VerifiedTokenCache;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the requests of each client per second, with as many in a burst. A client is the subject of a verified token.
 * Without a valid token it is an address. Subjects and addresses are counted apart, so that no client uses up the limit of
 * another with invented names. Each instance counts for itself. Responses show the requests that are left (RateLimit and
 * RateLimit-Policy, IETF httpapi); over the limit the status is 429 with Retry-After.
 */
@ApplicationScoped
class RateLimiter {
    // After the framework has prepared authentication (-200), and before it checks a token.
    private static final int AFTER_AUTHENTICATION = -150;
    private static final BiConsumer<RoutingContext, Throwable> IGNORED_HERE = (context, failure) -> {};
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final ProblemWriter problems;
    private final IdentityProviderManager identities;
    private final VerifiedTokenCache tokens;
    private final int perSecond;
    private final TokenBuckets callers;
    private final TokenBuckets addresses;

    RateLimiter(
            ProblemWriter problems,
            IdentityProviderManager identities,
            VerifiedTokenCache tokens,
            @ConfigProperty(name = "doorlichting.rate-limit") int perSecond) {
        this.problems = problems;
        this.identities = identities;
        this.tokens = tokens;
        this.perSecond = perSecond;
        this.callers = new TokenBuckets(perSecond);
        this.addresses = new TokenBuckets(perSecond);
    }

    /** Before all other work on a request. A limit of 0 turns it off. */
    void register(@Observes Router router) {
        if (perSecond > 0) {
            router.route().order(AFTER_AUTHENTICATION).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        var known = tokens.known(context.request());
        if (known.isPresent()) {
            passOrRefuse(context, callers.take(name(known.get())));
            return;
        }
        var thread = Vertx.currentContext();
        count(context)
                .subscribe()
                .with(
                        probe -> thread.runOnContext(now -> passOrRefuse(context, probe)),
                        failure -> thread.runOnContext(now -> context.fail(failure)));
    }

    private Uni<ConsumptionProbe> count(RoutingContext context) {
        // A bad token is only counted here. It is refused where an operation needs one.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED_HERE);
        return QuarkusHttpUser.getSecurityIdentity(context, identities)
                .map(caller -> caller.isAnonymous() ? address(context) : callers.take(name(caller)))
                .onFailure()
                .recoverWithItem(() -> address(context));
    }

    private ConsumptionProbe address(RoutingContext context) {
        return addresses.take(ClientAddress.of(context.request()));
    }

    private static String name(SecurityIdentity caller) {
        return caller.getPrincipal().getName();
    }

    private void passOrRefuse(RoutingContext context, ConsumptionProbe probe) {
        addHeaders(context, probe);
        if (probe.isConsumed()) {
            context.next();
            return;
        }
        context.response().putHeader("Retry-After", String.valueOf(seconds(probe.getNanosToWaitForRefill())));
        problems.end(context, ProblemType.TOO_MANY_REQUESTS, Text.of("rate.limit", perSecond));
    }

    private void addHeaders(RoutingContext context, ConsumptionProbe probe) {
        var full = seconds(probe.getNanosToWaitForReset());
        context.response()
                .putHeader("RateLimit-Policy", "\"client\";q=" + perSecond + ";w=1")
                .putHeader("RateLimit", "\"client\";r=" + probe.getRemainingTokens() + ";t=" + full);
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }
}
