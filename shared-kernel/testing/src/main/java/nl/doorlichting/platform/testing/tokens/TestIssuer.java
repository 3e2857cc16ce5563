package nl.doorlichting.platform.testing.tokens;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * The issuer of bearer tokens for tests, with a key pair of its own. As a test resource it makes the application under test
 * trust that key.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    /** The {@code iss} that the application under test trusts. */
    public static final String ISSUER = "http://127.0.0.1/test-issuer";

    /** The {@code aud} that the application under test accepts. */
    public static final String AUDIENCE = "doorlichting";

    // Primes of RFC 2409 (6.2), RFC 5054 (1024 bits) and RFC 5114 (2.1), because finding new ones takes seconds in each
    // process of tests. These keys protect nothing.
    private static final String OAKLEY = """
            FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74
            020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437
            4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED
            EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF""";
    private static final String SRP = """
            EEAF0AB9ADB38DD69C33F80AFA8FC5E86072618775FF3C0B9EA2314C9C256576
            D674DF7496EA81D3383B4813D692C6E0E0D5D8E250B98BE48E495C1D6089DAD1
            5DC7D7B46154D6B6CE8EF4AD69B15D4982559B297BCF1885C529F566660E57EC
            68EDBC3C05726CC02FD4CBF4976EAA9AFD5138FE8376435B9FC61D2FC0EB06E3""";
    private static final String DH_GROUP = """
            B10B8F96A080E01DDE92DE5EAE5D54EC52C99FBCFB06A3C69A6A9DCA52D23B61
            6073E28675A23D189838EF1E2EE652C013ECB4AEA906112324975C3CD49B83BF
            ACCBDD7D90C4BD7098488E9C219A73724EFFD6FAE5644738FAA31A4FF55BCCC0
            A151AF5F0DC8B4BD45BF37DF365C1A65E68CFDA76D4DA708DF1FB2BC2E4A4371""";
    private static final BigInteger USUAL_EXPONENT = RSAKeyGenParameterSpec.F4;
    private static final PrivateKey KEY = key(OAKLEY, SRP, USUAL_EXPONENT);
    private static final PrivateKey ATTACKERS_KEY = key(OAKLEY, DH_GROUP, USUAL_EXPONENT);
    private static BigInteger lastExponent = USUAL_EXPONENT;

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
        return KEY;
    }

    /** A key that no application under test trusts. */
    public static PrivateKey attackersKey() {
        return ATTACKERS_KEY;
    }

    public static RSAPublicKey publicKeyOf(PrivateKey pair) {
        try {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair;
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String onePrime, String otherPrime, BigInteger e) {
        BigInteger p = number(onePrime);
        BigInteger q = number(otherPrime);
        BigInteger one = BigInteger.ONE;
        BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            p.multiply(q),
                            e,
                            d,
                            p,
                            q,
                            d.mod(p.subtract(one)),
                            d.mod(q.subtract(one)),
                            q.modInverse(p)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger number(String hexadecimal) {
        return new BigInteger(hexadecimal.replaceAll("\\s", ""), 16);
    }

    /** A pair that signs for no other: all have these primes, and each an exponent of its own. */
    static synchronized KeyPair newKeyPair() {
        BigInteger factors =
                number(SRP).subtract(BigInteger.ONE).multiply(number(DH_GROUP).subtract(BigInteger.ONE));
        do {
            lastExponent = lastExponent.nextProbablePrime();
        } while (factors.mod(lastExponent).signum() == 0);
        PrivateKey key = key(SRP, DH_GROUP, lastExponent);
        return new KeyPair(publicKeyOf(key), key);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
