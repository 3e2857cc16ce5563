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

/** Fetches what the identity provider publishes (OpenID Connect Discovery 1.0). */
@Singleton
public class ProviderClient {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final WebClient client;
    private final Optional<String> issuer;
    private final Set<String> algorithms;
    private final Duration limit;

    ProviderClient(
            Vertx vertx, IdentityConfig config, @ConfigProperty(name = "doorlichting.issuer") Optional<String> issuer) {
        // No redirects: the discovery document of the issuer names the address of its keys. A connection that is kept
        // for the
        // next request, a minute later, would often be closed by the provider just then.
        var options = new WebClientOptions()
                .setFollowRedirects(false)
                .setKeepAlive(false)
                .setConnectTimeout((int) config.answerWithin().toMillis());
        this.client = WebClient.create(vertx, options);
        this.issuer = issuer;
        this.algorithms = config.algorithms();
        this.limit = config.answerWithin();
    }

    /** The current signing keys. Fails if the provider is not configured, or gives no valid answer in time. */
    Uni<SigningKeys> keys() {
        return discovered()
                .map(discovered -> discovered.getString("jwks_uri"))
                .chain(this::get)
                .map(keySet -> SigningKeys.read(keySet, algorithms))
                .ifNoItem()
                .after(limit)
                .fail();
    }

    /** Sends requests to the provider, each on a connection of its own. */
    public WebClient client() {
        return client;
    }

    /** The issuer that tokens must name. */
    public String issuer() {
        return named();
    }

    /** The discovery document. Fails if the provider is not configured, or gives no valid answer in time. */
    public Uni<JsonObject> discovery() {
        return discovered().ifNoItem().after(limit).fail();
    }

    private Uni<JsonObject> discovered() {
        return get(named().replaceAll("/$", "") + DISCOVERY).map(this::ofIssuer);
    }

    // A migration runs without an issuer; a process that serves requests needs one.
    private String named() {
        return issuer.orElseThrow(() -> new IllegalStateException("DOORLICHTING_ISSUER is not set"));
    }

    // An abandoned request would keep its connection, and a few of them would use up the pool.
    private Uni<String> get(String address) {
        return client.getAbs(address).timeout(limit.toMillis()).send().map(ProviderClient::content);
    }

    private static String content(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return answer.bodyAsString();
    }

    // A document of another issuer would bring keys of another issuer (Discovery, 4.3).
    private JsonObject ofIssuer(String document) {
        var discovered = new JsonObject(document);
        if (!named().equals(discovered.getString("issuer"))) {
            throw new IllegalStateException("its document names the issuer " + discovered.getString("issuer"));
        }
        return discovered;
    }
}
