package nl.doorlichting.platform.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Fetches the keys of the provider at the start and at a fixed interval, so that new and withdrawn keys take effect in
 * time.
 */
@Singleton
class SigningKeyRefresh {
    private final SigningKeyCache keys;
    private final LocalPublicKey localKey;
    private final IdentityConfig config;
    private final Vertx vertx;
    private volatile boolean stopped;

    SigningKeyRefresh(SigningKeyCache keys, LocalPublicKey localKey, IdentityConfig config, Vertx vertx) {
        this.keys = keys;
        this.localKey = localKey;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!localKey.isUsed()) {
            fetch();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void fetch() {
        if (stopped) {
            return;
        }
        keys.fetch().subscribe().with(answered -> fetchAfter(answered ? config.askEvery() : config.askAgainAfter()));
    }

    private void fetchAfter(Duration pause) {
        vertx.setTimer(pause.toMillis(), timer -> fetch());
    }
}
