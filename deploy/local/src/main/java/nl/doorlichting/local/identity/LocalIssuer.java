package nl.doorlichting.local.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.datafolder.PrivateFile;

/** The local identity provider. It signs tokens with a key that is made once for each data folder. */
public final class LocalIssuer {
    public static final String AUDIENCE = "doorlichting";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final RSAPrivateCrtKey key;
    private final String issuer;
    private final Clock clock;

    private LocalIssuer(RSAPrivateCrtKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    public static LocalIssuer open(Path keyFile, String issuer, Clock clock) {
        try {
            if (!Files.exists(keyFile)) {
                PrivateFile.write(keyFile, newKey());
            }
            return new LocalIssuer(read(PrivateFile.read(keyFile)), issuer, clock);
        } catch (GeneralSecurityException | RuntimeException failure) {
            throw new StartFailure("The signing key " + keyFile + " cannot be used; delete it for a new one", failure);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + LINES.encodeToString(encoded) + "\n-----END PRIVATE KEY-----\n";
    }

    private static RSAPrivateCrtKey read(String pem) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    public String issuer() {
        return issuer;
    }

    /** X.509 DER in base64, as quarkus.oidc.public-key takes it. */
    public String publicKey() {
        try {
            RSAPublicKeySpec publicPart = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(KeyFactory.getInstance("RSA")
                            .generatePublic(publicPart)
                            .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A token of a person, with a verified address, or of a machine.
     *
     * @param organisation the number of the caller's organisation, or null for staff
     * @param email null for a machine
     */
    public String token(String subject, String role, String organisation, String email) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("roles", List.of(role));
        if (organisation != null) {
            claims.put("organisation", organisation);
        }
        if (email != null) {
            claims.put("email", email);
            claims.put("email_verified", true);
        }
        return signed(encoded(HEADER) + "." + encoded(Json.write(claims)));
    }

    private static String encoded(String text) {
        return URL_SAFE.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL_SAFE.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
