package nl.doorlichting.kernel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.kernel.testing.StandInProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderDocumentsTest {
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // The client keeps five connections to one address.
    private static final int MORE_THAN_CONNECTIONS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final StandInProvider provider = new StandInProvider();

    @AfterEach
    void close() {
        provider.goAway();
        vertx.closeAndAwait();
    }

    /** What was asked while nobody answered is given up, so that there is a connection for what is asked later. */
    @Test
    void aProviderThatWasSilentForLongIsHeardWhenItSpeaksAgain() {
        provider.publish("known", "RS256");
        var documents = new ProviderDocuments(vertx, config(LIMIT), Optional.of(provider.issuer()));
        provider.fallSilent();
        for (int i = 0; i < MORE_THAN_CONNECTIONS; i++) {
            assertThrows(RuntimeException.class, () -> documents.keys().await().atMost(PATIENCE));
        }
        assertEquals(MORE_THAN_CONNECTIONS, provider.asked());
    }

    private static IdentityConfig config(Duration limit) {
        return new KnownKeysTest.Config(Set.of("RS256"), limit, limit, limit, limit);
    }
}
