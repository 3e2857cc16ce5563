package nl.doorlichting.platform.testing.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TestIssuerTest {

    @Test
    void putsClaimsInToken() throws Exception {
        String token = TestIssuer.token()
                .subject("someone")
                .roles("GRANTEE")
                .organisation("GM0988")
                .sign();
        JwtClaims claims = verifier().processToClaims(token);
        assertEquals("someone", claims.getSubject());
        assertEquals(List.of("GRANTEE"), claims.getStringListClaimValue("roles"));
        assertEquals("GM0988", claims.getStringClaimValue("organisation"));
    }

    @Test
    void omitsOrganisationForStaff() throws Exception {
        assertFalse(verifier().processToClaims(TestIssuer.token("ANALYST")).hasClaim("organisation"));
    }

    @Test
    void makesEachInvalidTokenInvalid() throws Exception {
        for (String bad : List.of(
                TestIssuer.token().issuer("http://elsewhere").sign(),
                TestIssuer.token().audience("another-api").sign(),
                TestIssuer.token().expired().sign(),
                TestIssuer.token().signedByAnotherKey().sign(),
                TestIssuer.token().signedWithPublicKeyAsSecret(),
                TestIssuer.token().unsigned())) {
            assertThrows(InvalidJwtException.class, () -> verifier().processToClaims(bad));
        }
    }

    @Test
    void makesKeysThatDoNotSignForEachOther() throws Exception {
        KeyPair one = TestIssuer.newKeyPair();
        KeyPair other = TestIssuer.newKeyPair();
        String token = TestIssuer.token().signedBy(one.getPrivate(), "one").sign();
        assertEquals(
                "test-subject", verifier(one.getPublic()).processToClaims(token).getSubject());
        for (PublicKey wrong : List.of(other.getPublic(), publicKey())) {
            assertThrows(InvalidJwtException.class, () -> verifier(wrong).processToClaims(token));
        }
    }

    @Test
    void makesUnsignedTokenWithEmptySignature() {
        String[] parts = TestIssuer.token().unsigned().split("\\.", -1);
        assertEquals(3, parts.length);
        assertTrue(parts[2].isEmpty());
    }

    private static JwtConsumer verifier() throws Exception {
        return verifier(publicKey());
    }

    private static JwtConsumer verifier(PublicKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(TestIssuer.ISSUER)
                .setExpectedAudience(TestIssuer.AUDIENCE)
                .setRequireExpirationTime()
                .build();
    }

    private static PublicKey publicKey() throws Exception {
        byte[] der = Base64.getDecoder().decode(TestIssuer.publicKey());
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    }
}
