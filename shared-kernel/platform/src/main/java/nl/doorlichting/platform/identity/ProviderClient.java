package nl.doorlichting.platform.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the identity provider publishes (OpenID Connect Discovery 1.0). */
@Singleton
class ProviderClient {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final WebClient client;
    private final Optional<String> issuer;
    private final Set<String> algorithms;
    private final Duration limit;

    ProviderClient(
            Vertx vertx, IdentityConfig config, @ConfigProperty(name = "doorlichting.issuer") Optional<String> issuer) {
        // A document that has moved is the issuer's to say, in its discovery document.
        var options = new WebClientOptions().setFollowRedirects(false).setConnectTimeout((int)
                config.answerWithin().toMillis());
        this.client = WebClient.create(vertx, options);
        this.issuer = issuer;
        this.algorithms = config.algorithms();
        this.limit = config.answerWithin();
    }

    /** The keys that it signs with now; fails when it does not answer in time or with something else, or is not named. */
    Uni<SigningKeys> keys() {
        return get(named().replaceAll("/$", "") + DISCOVERY)
                .map(this::placeOfKeys)
                .chain(this::get)
                .map(keySet -> SigningKeys.read(keySet, algorithms))
                .ifNoItem()
                .after(limit)
                .fail();
    }

    // A migration runs without; where somebody may ask for something, it has to be there.
    private String named() {
        return issuer.orElseThrow(() -> new IllegalStateException("DOORLICHTING_ISSUER does not say who it is"));
    }

    // A question that nobody waits for any more would keep its connection, and after a few of them there would be none.
    private Uni<String> get(String address) {
        return client.getAbs(address).timeout(limit.toMillis()).send().map(ProviderClient::content);
    }

    private static String content(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return answer.bodyAsString();
    }

    // Another's document would bring another's keys (Discovery, 4.3).
    private String placeOfKeys(String document) {
        var discovered = new JsonObject(document);
        if (!named().equals(discovered.getString("issuer"))) {
            throw new IllegalStateException("it says that it is the issuer " + discovered.getString("issuer"));
        }
        return discovered.getString("jwks_uri");
    }
}
