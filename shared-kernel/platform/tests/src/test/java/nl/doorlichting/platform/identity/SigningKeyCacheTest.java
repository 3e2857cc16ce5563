package nl.doorlichting.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

// Two threads that use context propagation for the first time at once fail.
@ResourceLock("context propagation")
@Execution(ExecutionMode.CONCURRENT)
class SigningKeyCacheTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    record Config(
            Set<String> algorithms,
            Duration keysValidFor,
            Duration askEvery,
            Duration askAgainAfter,
            Duration answerWithin)
            implements IdentityConfig {}

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final FakeIdentityProvider provider = new FakeIdentityProvider();
    private final MovableClock clock = new MovableClock();
    private final Config config = new Config(Set.of("RS256"), HOUR, HOUR, PAUSE, PATIENCE);
    private final SigningKeyCache keys =
            new SigningKeyCache(new ProviderClient(vertx, config, Optional.of(provider.issuer())), config, clock);

    @BeforeEach
    void publish() {
        provider.publish("known", "RS256");
        assertEquals(true, result(keys.fetch()));
    }

    @AfterEach
    void close() {
        provider.shutDown();
        vertx.closeAndAwait();
    }

    @Test
    void keepsKeysForTheirLifetimeWhileProviderIsAway() {
        provider.shutDown();
        clock.now = clock.now.plus(HOUR);
        assertEquals("RS256", result(keys.find("known", Runnable::run)).algorithm());
        clock.now = clock.now.plusMillis(1);
        assertUnavailable("known");
    }

    @Test
    void acceptsKeysAgainWhenProviderAnswers() {
        clock.now = clock.now.plus(HOUR).plusMillis(1);
        assertEquals("RS256", result(keys.find("known", Runnable::run)).algorithm());
    }

    @Test
    void fetchesKeysAgainForUnknownKey() {
        provider.publish("later", "RS256");
        assertEquals("RS256", result(keys.find("later", Runnable::run)).algorithm());
    }

    @Test
    void retriesForLaterTokensAfterFailure() {
        provider.shutDown();
        assertUnavailable("unknown");
        provider.restart();
        assertThrows(AuthenticationFailedException.class, () -> result(keys.find("unknown", Runnable::run)));
    }

    @Test
    void sharesNextRequestAmongEarlyCallers() {
        var asked = provider.asked();
        var next = keys.fetch();
        assertSame(next, keys.fetch());
        assertEquals(asked, provider.asked());
        assertEquals(true, result(next));
        assertNotSame(next, keys.fetch());
    }

    @Test
    void rejectsDocumentOfOtherIssuer() {
        var other = new SigningKeyCache(
                new ProviderClient(vertx, config, Optional.of(provider.issuer() + "/other")), config, clock);
        assertEquals(false, result(other.fetch()));
        assertEquals(false, other.areThere());
    }

    @Test
    void isUnavailableWithoutConfiguredProvider() {
        var none = new SigningKeyCache(new ProviderClient(vertx, config, Optional.empty()), config, clock);
        assertEquals(false, result(none.fetch()));
        assertEquals(
                ProblemType.UNAVAILABLE,
                assertThrows(ProblemException.class, () -> result(none.find("known", Runnable::run)))
                        .type());
    }

    private void assertUnavailable(String id) {
        var problem = assertThrows(ProblemException.class, () -> result(keys.find(id, Runnable::run)));
        assertEquals(ProblemType.UNAVAILABLE, problem.type());
    }

    private static <T> T result(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
