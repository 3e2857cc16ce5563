package nl.doorlichting.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256");

    @Test
    void keepsSigningKeys() throws Exception {
        var keys = read(rsa("a", "sig", "RS256", 2048), rsa("b", null, null, 2048), rsa("c", "sig", "PS256", 3072));
        assertEquals(Set.of("a", "b", "c"), keys.byId().keySet());
        assertEquals("RS256", keys.find("b").orElseThrow().algorithm());
        assertEquals("PS256", keys.find("c").orElseThrow().algorithm());
    }

    @Test
    void ignoresOtherKeys() throws Exception {
        var keys = read(
                rsa("good", "sig", "RS256", 2048),
                rsa("encrypts", "enc", "RSA-OAEP", 2048),
                rsa("short", "sig", "RS256", 1024),
                rsa("other algorithm", "sig", "RS512", 2048),
                rsa(null, "sig", "RS256", 2048),
                EcJwkGenerator.generateJwk(EllipticCurves.P256),
                OctJwkGenerator.generateJwk(256));
        assertEquals(Set.of("good"), keys.byId().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":[]}", "<html>", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"})
    void rejectsKeySetWithoutSigningKeys(String keySet) {
        assertThrows(IllegalArgumentException.class, () -> SigningKeys.read(keySet, ALGORITHMS));
    }

    private static SigningKeys read(JsonWebKey... keys) {
        var json = new JsonWebKeySet(List.of(keys)).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
        return SigningKeys.read(json, ALGORITHMS);
    }

    private static JsonWebKey rsa(String id, String use, String algorithm, int bits)
            throws GeneralSecurityException, JoseException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var key = new RsaJsonWebKey((RSAPublicKey) generator.generateKeyPair().getPublic());
        key.setKeyId(id);
        key.setUse(use);
        key.setAlgorithm(algorithm);
        return key;
    }
}
