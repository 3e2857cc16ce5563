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
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets each client make so many requests a second, with as many in a burst. A client is whom a verified token names,
 * with whatever number of tokens; who has none, or a bad one, is an address. The two are counted apart, so that nobody
 * uses up or crowds out what is another's by making names up. Each instance counts for itself. Answers say how many are
 * left (RateLimit and RateLimit-Policy, IETF httpapi); over the limit it is 429 with Retry-After.
 */
@ApplicationScoped
class RateLimits {
    // After the framework has found out how to look at a token (-200), before it or anything else is done with one.
    private static final int AFTER_AUTHENTICATION = -150;
    private static final BiConsumer<RoutingContext, Throwable> NOT_OURS = (context, failure) -> {};
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final ProblemWriter problems;
    private final IdentityProviderManager identities;
    private final int perSecond;
    private final Allowance callers;
    private final Allowance addresses;

    RateLimits(
            ProblemWriter problems,
            IdentityProviderManager identities,
            @ConfigProperty(name = "doorlichting.rate-limit") int perSecond) {
        this.problems = problems;
        this.identities = identities;
        this.perSecond = perSecond;
        this.callers = new Allowance(perSecond);
        this.addresses = new Allowance(perSecond);
    }

    /** Before anything else is done for the request; 0 turns it off. */
    void register(@Observes Router router) {
        if (perSecond > 0) {
            router.route("/v1/*").order(AFTER_AUTHENTICATION).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        var thread = Vertx.currentContext();
        count(context)
                .subscribe()
                .with(
                        probe -> thread.runOnContext(now -> passOrRefuse(context, probe)),
                        failure -> thread.runOnContext(now -> context.fail(failure)));
    }

    private Uni<ConsumptionProbe> count(RoutingContext context) {
        // A bad token is only counted here; what it is told is said where it is asked for.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NOT_OURS);
        return QuarkusHttpUser.getSecurityIdentity(context, identities)
                .map(caller -> caller.isAnonymous() ? address(context) : callers.take(name(caller)))
                .onFailure()
                .recoverWithItem(() -> address(context));
    }

    private ConsumptionProbe address(RoutingContext context) {
        return addresses.take(Address.of(context.request()));
    }

    private static String name(SecurityIdentity caller) {
        return caller.getPrincipal().getName();
    }

    private void passOrRefuse(RoutingContext context, ConsumptionProbe probe) {
        tell(context, probe);
        if (probe.isConsumed()) {
            context.next();
            return;
        }
        context.response().putHeader("Retry-After", String.valueOf(seconds(probe.getNanosToWaitForRefill())));
        problems.end(context, ProblemType.TOO_MANY_REQUESTS, "At most " + perSecond + " requests a second.");
    }

    private void tell(RoutingContext context, ConsumptionProbe probe) {
        var full = seconds(probe.getNanosToWaitForReset());
        context.response()
                .putHeader("RateLimit-Policy", "\"client\";q=" + perSecond + ";w=1")
                .putHeader("RateLimit", "\"client\";r=" + probe.getRemainingTokens() + ";t=" + full);
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }
}
