package nl.doorlichting.platform.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets quarkus-oidc verify each token with the one key of the provider that the token names, and with the algorithm of
 * that key. The extension could fetch keys itself, but it does not reliably distinguish a provider that is away from a
 * provider without such a key, and it keeps withdrawn keys (ADR 31).
 */
@Singleton
class TokenKeyResolver implements TenantConfigResolver {
    private final SigningKeyCache keys;
    private final LocalPublicKey localKey;
    private final IdentityConfig config;
    private final Vertx vertx;
    private final io.quarkus.oidc.runtime.OidcTenantConfig rules;
    private final Map<SigningKey, OidcTenantConfig> judges = new ConcurrentHashMap<>();

    TokenKeyResolver(
            SigningKeyCache keys, LocalPublicKey localKey, IdentityConfig config, OidcConfig oidc, Vertx vertx) {
        this.keys = keys;
        this.localKey = localKey;
        this.config = config;
        this.vertx = vertx;
        this.rules = OidcConfig.getDefaultTenant(oidc);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        var token = TokenHeader.token(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (localKey.isUsed() || token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return judge(token.flatMap(TokenHeader::of));
    }

    private Uni<OidcTenantConfig> judge(Optional<TokenHeader> header) {
        if (header.isEmpty() || !config.algorithms().contains(header.get().algorithm())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("not signed in a way that is accepted"));
        }
        // There may be no current context, for example after a connection to a service ended.
        var here = vertx.getOrCreateContext();
        return keys.find(header.get().keyId(), next -> here.runOnContext(ignored -> next.run()))
                .map(key -> judges.computeIfAbsent(key, this::judge));
    }

    // Cached by the key itself, because a provider may give another key the id of an old key.
    private OidcTenantConfig judge(SigningKey key) {
        return OidcTenantConfig.builder(rules)
                .tenantId(key.algorithm() + key.thumbprint())
                .enableTenant()
                // Otherwise the extension would fetch keys itself.
                .authServerUrl(null)
                .publicKey(key.publicKey())
                .token()
                .signatureAlgorithm(SignatureAlgorithm.valueOf(key.algorithm()))
                .end()
                .build();
    }
}
