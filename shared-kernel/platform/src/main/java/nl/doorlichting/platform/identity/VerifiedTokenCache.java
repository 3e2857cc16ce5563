package nl.doorlichting.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.doorlichting.platform.caller.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The identities of verified tokens, so that a signature is not verified for each request of the same client. An identity
 * is used until its token expires, and only while the provider publishes the key that verified it. They are found by the
 * SHA-256 of a token; the identity has the token itself, as for any request, so that memory holds it until then.
 */
@Singleton
public class VerifiedTokenCache {
    static final int MOST = 2_000;

    private static final SigningKey LOCAL = new SigningKey("", "", "");

    private final SigningKeyCache keys;
    private final LocalPublicKey localKey;
    private final Clock clock;
    private final Map<String, Verified> byHash = new ConcurrentHashMap<>();

    VerifiedTokenCache(SigningKeyCache keys, LocalPublicKey localKey, Clock clock) {
        this.keys = keys;
        this.localKey = localKey;
        this.clock = clock;
    }

    /** @param expiry in seconds of the epoch */
    private record Verified(SecurityIdentity identity, String keyId, SigningKey key, long expiry) {}

    /**
     * The identity of the token of this request, if it was verified before. The framework finds the same one, on a way that
     * costs more than an answer from a cache.
     */
    public Optional<SecurityIdentity> known(HttpServerRequest request) {
        return TokenHeader.token(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(token -> known(hash(token)));
    }

    private Optional<SecurityIdentity> known(String hash) {
        var known = byHash.get(hash);
        return known != null && isValid(known) ? Optional.of(known.identity()) : Optional.empty();
    }

    /** The identity of this token, as verified before or now. */
    Uni<SecurityIdentity> get(String token, Supplier<Uni<SecurityIdentity>> verification) {
        var hash = hash(token);
        var known = known(hash);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        var keyId = TokenHeader.of(token).map(TokenHeader::keyId).orElse("");
        // A key that changes during the verification is not the one that verified it for certain.
        var key = published(keyId);
        return verification.get().invoke(identity -> {
            if (key.isPresent() && identity.getPrincipal() instanceof JsonWebToken verified) {
                keep(hash, new Verified(withoutRequest(identity), keyId, key.get(), verified.getExpirationTime()));
            }
        });
    }

    private boolean isValid(Verified token) {
        return clock.instant().getEpochSecond() < token.expiry()
                && published(token.keyId()).equals(Optional.of(token.key()));
    }

    private Optional<SigningKey> published(String keyId) {
        return localKey.isUsed() ? Optional.of(LOCAL) : keys.published(keyId);
    }

    private void keep(String hash, Verified token) {
        if (!isValid(token)) {
            return;
        }
        if (byHash.size() >= MOST) {
            byHash.values().removeIf(other -> !isValid(other));
        }
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        byHash.put(hash, token);
    }

    // Its attributes refer to the request that it was verified for.
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addAttributes(CurrentCaller.attributes(identity))
                .build();
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
