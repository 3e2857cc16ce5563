package nl.doorlichting.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedTokenCacheTest {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final SigningKeyCacheTest.Config CONFIG = new SigningKeyCacheTest.Config(
            Set.of("RS256"), Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(1), PATIENCE);

    private final Vertx vertx = Vertx.vertx();
    private final FakeIdentityProvider provider = new FakeIdentityProvider();
    private final Instant begin = Instant.now();
    private Instant now = begin;
    private final Clock clock = new Clock() {
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
    };
    private final SigningKeyCache keys =
            new SigningKeyCache(new ProviderClient(vertx, CONFIG, Optional.of(provider.issuer())), CONFIG, clock);
    private final VerifiedTokenCache verified =
            new VerifiedTokenCache(keys, new LocalPublicKey(Optional.empty()), clock);
    private int verifications;
    private int claimsRead;

    @BeforeEach
    void publish() {
        provider.publish("known", "RS256");
        fetch();
    }

    @AfterEach
    void close() {
        provider.shutDown();
        vertx.closeAndAwait();
    }

    @Test
    void verifiesTokenOnce() {
        var token = provider.token("known").sign();
        var first = get(token);
        var second = get(token);
        assertEquals(1, verifications);
        assertEquals("caller", second.getPrincipal().getName());
        assertEquals(first.getRoles(), second.getRoles());
        get(provider.token("known").subject("another").sign());
        assertEquals(2, verifications);
    }

    @Test
    void readsCallerOfTokenOnce() {
        var token = provider.token("known").sign();
        get(token);
        claimsRead = 0;
        var kept = get(token);
        assertEquals(new Caller("caller", Set.of("ANALYST"), "GM0363"), CurrentCaller.of(kept));
        assertEquals("program", new CurrentCaller(kept).client());
        assertEquals(0, claimsRead);
    }

    @Test
    void verifiesAgainOnceTheTokenIsExpired() {
        var token = provider.token("known").sign();
        get(token);
        now = begin.plus(LIFETIME).minusSeconds(1);
        get(token);
        assertEquals(1, verifications);
        now = begin.plus(LIFETIME);
        get(token);
        get(token);
        assertEquals(3, verifications);
    }

    @Test
    void verifiesAgainOnceItsKeyIsWithdrawn() {
        var token = provider.token("known").sign();
        get(token);
        provider.publish("next", "RS256");
        provider.withdraw("known");
        fetch();
        get(token);
        get(token);
        assertEquals(3, verifications);
    }

    @Test
    void verifiesAgainOnceTheProviderHasBeenAwayTooLong() {
        var token = provider.token("known").sign();
        get(token, Duration.ofDays(1));
        now = begin.plus(CONFIG.keysValidFor()).plusSeconds(1);
        get(token, Duration.ofDays(1));
        assertEquals(2, verifications);
    }

    @Test
    void keepsNoRefusal() {
        var token = provider.token("known").sign();
        for (var i = 0; i < 2; i++) {
            verified.get(token, () -> {
                        verifications++;
                        return Uni.createFrom().failure(new AuthenticationFailedException("bad"));
                    })
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
        get(token);
        assertEquals(3, verifications);
    }

    @Test
    void keepsLimitedNumber() {
        for (var i = 0; i <= VerifiedTokenCache.MOST; i++) {
            get("eyJhbGciOiJSUzI1NiIsImtpZCI6Imtub3duIn0." + i + ".x");
        }
        get("eyJhbGciOiJSUzI1NiIsImtpZCI6Imtub3duIn0." + VerifiedTokenCache.MOST + ".x");
        assertEquals(VerifiedTokenCache.MOST + 1, verifications);
        get("eyJhbGciOiJSUzI1NiIsImtpZCI6Imtub3duIn0.0.x");
        assertEquals(VerifiedTokenCache.MOST + 2, verifications);
    }

    private void fetch() {
        assertEquals(true, keys.fetch().await().atMost(PATIENCE));
    }

    private SecurityIdentity get(String token) {
        return get(token, LIFETIME);
    }

    private SecurityIdentity get(String token, Duration lifetime) {
        return verified.get(token, () -> {
                    verifications++;
                    return Uni.createFrom().item(identity(lifetime));
                })
                .await()
                .indefinitely();
    }

    private SecurityIdentity identity(Duration lifetime) {
        var claims = new JwtClaims();
        claims.setSubject("caller");
        claims.setClaim("organisation", "GM0363");
        claims.setClaim("client_id", "program");
        claims.setExpirationTime(NumericDate.fromSeconds(begin.plus(lifetime).getEpochSecond()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims) {
                    @Override
                    protected Object getClaimValue(String name) {
                        claimsRead++;
                        return super.getClaimValue(name);
                    }
                })
                .addRole("ANALYST")
                .build();
    }
}
