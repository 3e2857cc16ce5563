package nl.doorlichting.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.web.RouteProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets each client make so many requests a second, with as many in a burst. Each instance counts for itself. Answers
 * say how many are left (RateLimit and RateLimit-Policy, IETF httpapi); over the limit it is 429 with Retry-After.
 */
@ApplicationScoped
class RateLimits {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final int CLIENTS_AT_MOST = 100_000;
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final RouteProblems problems;
    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(CLIENTS_AT_MOST)
            .build();

    RateLimits(RouteProblems problems, @ConfigProperty(name = "doorlichting.rate-limit") int perSecond) {
        this.problems = problems;
        this.perSecond = perSecond;
    }

    /** Before anything else is done for the request; 0 turns it off. */
    void register(@Observes @Priority(2) Router router) {
        if (perSecond > 0) {
            router.route("/v1/*").order(Integer.MIN_VALUE).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        var probe =
                buckets.get(Client.of(context.request()), client -> bucket()).tryConsumeAndReturnRemaining(1);
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

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }
}
