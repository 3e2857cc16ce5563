package nl.doorlichting.local.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.Json;

/** A key pair of the test: it signs tokens, and its public part is a key set. */
final class RsaSigningKey {
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private final String keyId;
    private final KeyPair pair;

    RsaSigningKey(String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keyId = keyId;
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String token(Map<String, Object> claims) {
        String header = Json.write(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId));
        String content = encoded(header) + "." + encoded(Json.write(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL_SAFE.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** JSON Web Key Set with the public key (RFC 7517). */
    String keySet() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.write(Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "kid",
                        keyId,
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "n",
                        URL_SAFE.encodeToString(unsigned(key.getModulus().toByteArray())),
                        "e",
                        URL_SAFE.encodeToString(key.getPublicExponent().toByteArray())))));
    }

    // The sign's byte is no part of the number (RFC 7518, 2).
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encoded(String text) {
        return URL_SAFE.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
