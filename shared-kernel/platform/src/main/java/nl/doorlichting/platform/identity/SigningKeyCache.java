package nl.doorlichting.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.jboss.logging.Logger;

/**
 * The keys that verify tokens: those of the last answer of the provider, until they are too old. Unknown key ids in
 * tokens cause a limited number of requests to the provider.
 */
@Singleton
class SigningKeyCache {
    private record Published(SigningKeys keys, Instant requestedAt, long request) {}

    private static final Logger LOG = Logger.getLogger(SigningKeyCache.class);
    private static final Text AWAY = Text.of("caller.provider-unavailable");

    // The shortest delay that a timer accepts.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final ProviderClient provider;
    private final IdentityConfig config;
    private final Clock clock;
    private volatile Published last;
    private volatile boolean answers = true;
    private Uni<Boolean> next;
    private Instant nextRequestAt = Instant.MIN;
    private long requests;

    SigningKeyCache(ProviderClient provider, IdentityConfig config, Clock clock) {
        this.provider = provider;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Requests the keys, and returns whether the provider answers. Callers share a request until it is sent, but no request
     * that was sent before, because the key of a token can be newer than its answer.
     */
    synchronized Uni<Boolean> fetch() {
        if (next == null) {
            var pause = pause();
            var sent = Uni.createFrom().deferred(this::send);
            next = (pause.compareTo(SHORTEST) < 0 ? sent : after(pause, sent))
                    .memoize()
                    .indefinitely();
        }
        return next;
    }

    // At most this long, also after the clock was set back.
    private Duration pause() {
        var most = config.askAgainAfter();
        var pause = Duration.between(clock.instant(), nextRequestAt);
        return pause.compareTo(most) < 0 ? pause : most;
    }

    private static Uni<Boolean> after(Duration pause, Uni<Boolean> request) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> request);
    }

    private synchronized Uni<Boolean> send() {
        var now = clock.instant();
        var request = ++requests;
        next = null;
        nextRequestAt = now.plus(config.askAgainAfter());
        return Uni.createFrom()
                .deferred(provider::keys)
                .map(keys -> keep(new Published(keys, now, request)))
                .onFailure()
                .recoverWithItem(failure -> unanswered(failure, request));
    }

    /** Whether the last request to the provider succeeded. */
    boolean isProviderAnswering() {
        return answers;
    }

    /** Whether the provider has ever answered. */
    boolean areThere() {
        return last != null;
    }

    /**
     * The key with this id. Fails with 401 when the provider answers and has no such key, and with 503 when it does not
     * answer.
     *
     * @param caller context to continue in after a request to the provider, because several callers can wait for one answer
     */
    Uni<SigningKey> find(String id, Executor caller) {
        var known = published(id);
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : fetch().emitOn(caller).map(answered -> published(id).orElseThrow(() -> refusal(answered)));
    }

    /** The key with this id, as the provider published it last; empty once that is too long ago. */
    Optional<SigningKey> published(String id) {
        var published = last;
        return published == null
                        || published.requestedAt().plus(config.keysValidFor()).isBefore(clock.instant())
                ? Optional.empty()
                : published.keys().find(id);
    }

    private static RuntimeException refusal(boolean answered) {
        return answered
                ? new AuthenticationFailedException("the provider has no such key")
                : ProblemException.of(ProblemType.UNAVAILABLE, AWAY);
    }

    // An answer may arrive after the answer to a later request; it is the older one then.
    private synchronized boolean keep(Published answer) {
        if (isOlder(answer.request())) {
            return true;
        }
        if (last == null || !last.keys().equals(answer.keys())) {
            LOG.infof(
                    "The identity provider signs with the keys %s",
                    answer.keys().byId().keySet());
        }
        last = answer;
        answers = true;
        return true;
    }

    // Logged once for each outage.
    private synchronized boolean unanswered(Throwable failure, long request) {
        if (isOlder(request)) {
            return false;
        }
        if (answers) {
            LOG.warnf("The identity provider does not answer: %s", failure);
        }
        answers = false;
        return false;
    }

    private boolean isOlder(long request) {
        return last != null && request < last.request();
    }
}
