package nl.doorlichting.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A token bucket for each client of one kind: of the most recent clients only, up to a limit. */
final class TokenBuckets {
    private static final Duration EXPIRES_AFTER = Duration.ofMinutes(1);
    private static final int CLIENTS_AT_MOST = 100_000;

    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(EXPIRES_AFTER)
            .maximumSize(CLIENTS_AT_MOST)
            .build();

    TokenBuckets(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Takes one token, if there is one. */
    ConsumptionProbe take(String client) {
        return buckets.get(client, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
