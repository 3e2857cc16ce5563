package nl.doorlichting.platform.identity;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** The signing keys in one answer of the identity provider, by key id. */
record SigningKeys(Map<String, SigningKey> byId) {
    // RFC 7518, 3.3 and 3.5.
    private static final int SHORTEST_BITS = 2048;
    private static final String DEFAULT_ALGORITHM = "RS256";

    SigningKeys {
        byId = Map.copyOf(byId);
    }

    /**
     * Those keys of a JSON Web Key Set that sign with one of these algorithms. What else it holds, such as keys to
     * encrypt with, is left out.
     *
     * @throws IllegalArgumentException when it is no key set, or none of its keys signs
     */
    static SigningKeys read(String keySet, Set<String> algorithms) {
        var found = new HashMap<String, SigningKey>();
        for (var key : keysOf(keySet)) {
            if (key instanceof RsaJsonWebKey rsa && signs(rsa) && algorithms.contains(algorithm(rsa))) {
                found.put(rsa.getKeyId(), signingKey(rsa));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the key set has no key that signs with " + algorithms);
        }
        return new SigningKeys(found);
    }

    private static Iterable<JsonWebKey> keysOf(String keySet) {
        try {
            return new JsonWebKeySet(keySet).getJsonWebKeys();
        } catch (JoseException unreadable) {
            throw new IllegalArgumentException("the key set cannot be read", unreadable);
        }
    }

    private static boolean signs(RsaJsonWebKey key) {
        return key.getKeyId() != null
                && (key.getUse() == null || key.getUse().equals("sig"))
                && key.getRsaPublicKey().getModulus().bitLength() >= SHORTEST_BITS;
    }

    private static String algorithm(JsonWebKey key) {
        return key.getAlgorithm() == null ? DEFAULT_ALGORITHM : key.getAlgorithm();
    }

    private static SigningKey signingKey(RsaJsonWebKey key) {
        return new SigningKey(
                algorithm(key),
                key.calculateBase64urlEncodedThumbprint("SHA-256"),
                Base64.getEncoder().encodeToString(key.getPublicKey().getEncoded()));
    }

    Optional<SigningKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
