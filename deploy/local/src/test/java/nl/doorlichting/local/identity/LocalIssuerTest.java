package nl.doorlichting.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import nl.doorlichting.local.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private LocalIssuer issuer;

    @BeforeEach
    void open() {
        issuer = reopen();
    }

    @Test
    void tokenHasSubjectRoleAndExpiry() {
        String payload = issuer.token("local-grantee", "GRANTEE", "GM0988", "grantee@example.org")
                .split("[.]")[1];
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));

        assertEquals(
                Json.read("{\"iss\":\"http://issuer\",\"aud\":\"doorlichting\",\"sub\":\"local-grantee\","
                        + "\"iat\":1767268800,\"exp\":1767312000,\"roles\":[\"GRANTEE\"],"
                        + "\"organisation\":\"GM0988\",\"email\":\"grantee@example.org\",\"email_verified\":true}"),
                claims);
    }

    @Test
    void makesKeyOnceAndPublicPartVerifies() throws Exception {
        String token = issuer.token("local-analyst", "ANALYST", null, null);
        String later = reopen().publicKey();

        assertEquals(issuer.publicKey(), later);
        assertTrue(verifies(token, later));
        assertFalse(verifies(token.replaceFirst("[.].", ".x"), later));
    }

    private LocalIssuer reopen() {
        return LocalIssuer.open(folder.resolve("key.pem"), "http://issuer", Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static boolean verifies(String token, String publicKey) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }
}
