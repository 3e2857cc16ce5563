package nl.doorlichting.platform.testing.tokens;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider for tests in which its keys change or it is away. As a test resource it makes the application
 * under test fetch its keys often. With the argument {@code away} it is not running when the application starts.
 */
public final class FakeIdentityProvider implements QuarkusTestResourceLifecycleManager {
    private final KeyServer server = new KeyServer();
    private final Map<String, KeyPair> pairs = new ConcurrentHashMap<>();
    private boolean away;

    @Override
    public void init(Map<String, String> arguments) {
        away = arguments.containsKey("away");
    }

    @Override
    public Map<String, String> start() {
        if (away) {
            server.shutDown();
        }
        return Map.of(
                "doorlichting.issuer",
                issuer(),
                "doorlichting.audience",
                TestIssuer.AUDIENCE,
                "doorlichting.identity.ask-every",
                "300MS",
                "doorlichting.identity.ask-again-after",
                "100MS");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeIdentityProvider.class));
    }

    @Override
    public void stop() {
        shutDown();
    }

    public String issuer() {
        return server.url();
    }

    /** A token of this provider, signed by the key with this id, which is published when it is new. */
    public TestToken token(String keyId) {
        publish(keyId, "RS256");
        return TestIssuer.token().issuer(issuer()).signedBy(pairs.get(keyId).getPrivate(), keyId);
    }

    /** Publishes a key with this id for this algorithm, unless there is one. */
    public void publish(String keyId, String algorithm) {
        pairs.computeIfAbsent(keyId, id -> server.publish(id, algorithm));
    }

    public void withdraw(String keyId) {
        server.withdraw(keyId);
    }

    public int asked() {
        return server.asked();
    }

    public void shutDown() {
        if (!away) {
            server.shutDown();
        }
        away = true;
    }

    /** From now on accepts requests and answers none. */
    public void hang() {
        server.hang();
    }

    /** From now on answers each request after this delay. */
    public void respondAfter(Duration delay) {
        server.respondAfter(delay);
    }

    public void restart() {
        server.resume();
        if (away) {
            server.restart();
        }
        away = false;
    }
}
