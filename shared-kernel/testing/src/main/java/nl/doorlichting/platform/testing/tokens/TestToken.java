package nl.doorlichting.platform.testing.tokens;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** Builds one bearer token, valid by default, and signs it. */
public final class TestToken {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    // A signature takes longer than most requests, so equal tokens of five minutes are signed once.
    private static final Duration REUSED = Duration.ofMinutes(5);
    private static final Map<Content, String> SIGNED = new ConcurrentHashMap<>();

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private String audience;
    private Duration age = Duration.ZERO;
    private PrivateKey key = TestIssuer.privateKey();
    private SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;

    private record Content(
            String audience,
            Map<String, Object> claims,
            Map<String, Object> headers,
            PrivateKey key,
            SignatureAlgorithm algorithm,
            Duration age,
            long turn) {}

    TestToken() {
        subject("test-subject").issuer(TestIssuer.ISSUER).audience(TestIssuer.AUDIENCE);
        roles();
    }

    public TestToken subject(String subject) {
        return claim("sub", subject);
    }

    public TestToken withoutSubject() {
        return without("sub");
    }

    public TestToken roles(String... roles) {
        return claim("roles", Set.of(roles));
    }

    /** The organisation's number, {@code GM0988} for a municipality. */
    public TestToken organisation(String number) {
        return claim("organisation", number);
    }

    public TestToken issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TestToken audience(String audience) {
        this.audience = audience;
        return this;
    }

    public TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TestToken without(String claim) {
        claims.remove(claim);
        if (claim.equals("aud")) {
            audience = null;
        }
        return this;
    }

    /** A header beside the algorithm, such as {@code kid}. */
    public TestToken header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    public TestToken algorithm(SignatureAlgorithm other) {
        algorithm = other;
        return this;
    }

    /** Signed with this key, and naming it. */
    public TestToken signedBy(PrivateKey other, String keyId) {
        key = other;
        return header("kid", keyId);
    }

    /** Expired an hour ago, which is past any tolerance for clocks that differ. */
    public TestToken expired() {
        age = LIFETIME.plusHours(1);
        return this;
    }

    /** Signed with an unknown key. */
    public TestToken signedByAnotherKey() {
        key = TestIssuer.attackersKey();
        return this;
    }

    public String sign() {
        var turn = Instant.now().getEpochSecond() / REUSED.toSeconds();
        var content = new Content(audience, new HashMap<>(claims), new HashMap<>(headers), key, algorithm, age, turn);
        return SIGNED.computeIfAbsent(content, signed -> signAgain());
    }

    private String signAgain() {
        var signed = dated().jws().algorithm(algorithm);
        headers.forEach(signed::header);
        return signed.sign(key);
    }

    /** The same token without an expiry. */
    public String signedWithoutEnd() {
        return signedAfter(endless -> endless.unsetClaim("exp"));
    }

    /** The same token, but with this value of a claim, of any type. */
    public String signedWith(String claim, Object value) {
        return signedAfter(changed -> changed.setClaim(claim, value));
    }

    private String signedAfter(Consumer<JwtClaims> change) {
        try {
            JwtClaims changed = JwtClaims.parse(decode(payload()));
            change.accept(changed);
            JsonWebSignature signed = new JsonWebSignature();
            signed.setPayload(changed.toJson());
            signed.setAlgorithmHeaderValue(algorithm.getAlgorithm());
            headers.forEach(signed::setHeader);
            signed.setKey(key);
            return signed.getCompactSerialization();
        } catch (InvalidJwtException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same claims with {@code alg: none} and no signature. */
    public String unsigned() {
        return unsigned("none");
    }

    /** The same claims with this algorithm, which is no algorithm, and no signature. */
    public String unsigned(String noAlgorithm) {
        return encode("{\"alg\":\"" + noAlgorithm + "\",\"typ\":\"JWT\"" + keyId() + "}") + "." + payload() + ".";
    }

    /** The public key taken for a shared secret: a verifier that trusts the algorithm in the token would accept it. */
    public String signedWithPublicKeyAsSecret() {
        return signedWithSecret(TestIssuer.publicKeyOf(key).getEncoded());
    }

    /** The same with the public key as it is written in a file. */
    public String signedWithPublicKeyFileAsSecret() {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(TestIssuer.publicKeyOf(key).getEncoded());
        String file = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        return signedWithSecret(file.getBytes(StandardCharsets.US_ASCII));
    }

    private String signedWithSecret(byte[] secret) {
        var signed = dated().jws();
        headers.forEach(signed::header);
        return signed.sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    private String payload() {
        return sign().split("\\.")[1];
    }

    private String keyId() {
        return headers.containsKey("kid") ? ",\"kid\":\"" + headers.get("kid") + "\"" : "";
    }

    private JwtClaimsBuilder dated() {
        var dated = Jwt.claims();
        claims.forEach(dated::claim);
        if (audience != null) {
            dated.audience(audience);
        }
        var issuedAt = Instant.now().minus(age);
        return dated.issuedAt(issuedAt).expiresAt(issuedAt.plus(LIFETIME));
    }

    private static String decode(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
