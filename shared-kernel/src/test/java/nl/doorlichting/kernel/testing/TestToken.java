package nl.doorlichting.kernel.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Describes one bearer token, valid unless told otherwise, and signs it. */
public final class TestToken {

    private final JwtClaimsBuilder claims = Jwt.claims();
    private Instant issuedAt = Instant.now();
    private Duration lifetime = Duration.ofMinutes(10);
    private PrivateKey key = TestIssuer.privateKey();

    TestToken() {
        subject("test-subject").issuer(TestIssuer.ISSUER).audience(TestIssuer.AUDIENCE);
        roles();
    }

    public TestToken subject(String subject) {
        claims.subject(subject);
        return this;
    }

    public TestToken withoutSubject() {
        claims.remove("sub");
        return this;
    }

    public TestToken roles(String... roles) {
        claims.claim("roles", Set.of(roles));
        return this;
    }

    /** The organisation's number, {@code GM0988} for a municipality. */
    public TestToken organisation(String number) {
        claims.claim("organisation", number);
        return this;
    }

    public TestToken issuer(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    public TestToken audience(String audience) {
        claims.audience(audience);
        return this;
    }

    public TestToken claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    public TestToken expiresIn(Duration fromNow) {
        lifetime = fromNow;
        return this;
    }

    /** Expired an hour ago, which is past any tolerance for clocks that differ. */
    public TestToken expired() {
        issuedAt = Instant.now().minus(Duration.ofHours(2));
        return expiresIn(Duration.ofHours(-1));
    }

    /** Signed with a key that nobody trusts. */
    public TestToken signedByAnotherKey() {
        key = TestIssuer.newKeyPair().getPrivate();
        return this;
    }

    public String sign() {
        return dated().jws().sign(key);
    }

    /** The same claims with {@code alg: none} and no signature. */
    public String unsigned() {
        String payload = sign().split("\\.")[1];
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
    }

    /** The public key taken for a shared secret: a verifier that lets the token choose would accept it. */
    public String signedWithPublicKeyAsSecret() {
        byte[] secret = Base64.getDecoder().decode(TestIssuer.publicKey());
        return dated().jws().sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    private JwtClaimsBuilder dated() {
        return claims.issuedAt(issuedAt).expiresAt(Instant.now().plus(lifetime));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
