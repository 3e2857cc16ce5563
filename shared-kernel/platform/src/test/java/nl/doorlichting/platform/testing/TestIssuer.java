package nl.doorlichting.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The issuer of bearer tokens for tests: one key pair per JVM. As a test resource it makes the application under test
 * trust that key.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    /** The {@code iss} that the application under test trusts. */
    public static final String ISSUER = "http://127.0.0.1/test-issuer";

    /** The {@code aud} that the application under test accepts. */
    public static final String AUDIENCE = "doorlichting";

    // System properties, because Quarkus loads this class in more than one class loader, and a key takes seconds.
    private static final String KEY = "doorlichting.test.issuer-key";
    private static final String ATTACKERS_KEY = "doorlichting.test.attackers-key";
    private static final Map<String, PrivateKey> DECODED = new ConcurrentHashMap<>();

    /** A valid token for a caller without an organisation with these roles. */
    public static String token(String... roles) {
        return token().roles(roles).sign();
    }

    /** A builder of a token, valid and without roles by default. */
    public static TestToken token() {
        return new TestToken();
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.public-key", publicKey(),
                "doorlichting.issuer", ISSUER,
                "doorlichting.audience", AUDIENCE);
    }

    @Override
    public void stop() {}

    /** The public key as base64 of its X.509 DER form, which is what {@code quarkus.oidc.public-key} takes. */
    public static String publicKey() {
        return encode(publicKeyOf(privateKey()).getEncoded());
    }

    static PrivateKey privateKey() {
        return key(KEY);
    }

    /** A key that no application under test trusts. */
    static PrivateKey attackersKey() {
        return key(ATTACKERS_KEY);
    }

    static RSAPublicKey publicKeyOf(PrivateKey pair) {
        try {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair;
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String property) {
        return DECODED.computeIfAbsent(property, TestIssuer::decoded);
    }

    private static PrivateKey decoded(String property) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(property);
            if (known == null) {
                known = encode(newKeyPair().getPrivate().getEncoded());
                System.setProperty(property, known);
            }
            return decode(known);
        }
    }

    static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey decode(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
