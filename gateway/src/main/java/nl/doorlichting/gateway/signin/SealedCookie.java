package nl.doorlichting.gateway.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * A cookie whose content is encrypted and authenticated (JWE, A256GCM), so that a browser keeps it and can neither read nor
 * change it. Scripts do not see it, other sites do not send it with their requests, and it has the path of the page.
 */
final class SealedCookie {
    // Browsers drop a larger one, with its name and attributes (RFC 6265, 6.1).
    private static final int LONGEST = 3_900;

    private final String name;
    private final String path;
    private final boolean isSecure;
    private final Key key;

    /** @param secret of which the key of this cookie is derived, another one for each name */
    SealedCookie(String name, String path, boolean isSecure, String secret) {
        // A browser takes a cookie of this prefix only from an encrypted connection.
        this.name = (isSecure ? "__Secure-" : "") + name;
        this.path = path;
        this.isSecure = isSecure;
        this.key = new SecretKeySpec(derived(secret, name), "AES");
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            var derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return derivation.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", impossible);
        }
    }

    /** Whether the request has it, with whatever content. */
    boolean isIn(HttpServerRequest request) {
        return request.getCookie(name) != null;
    }

    /** Its content; empty where there is none, or none that was sealed with this key. */
    Optional<JsonObject> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .flatMap(this::opened);
    }

    private Optional<JsonObject> opened(String sealed) {
        var content = encryption();
        try {
            content.setCompactSerialization(sealed);
            return Optional.of(new JsonObject(content.getPayload()));
        } catch (JoseException | DecodeException foreign) {
            return Optional.empty();
        }
    }

    /** Sets it until the browser is closed. False where it is larger than browsers keep. */
    boolean set(HttpServerResponse response, JsonObject content) {
        var sealed = sealed(content);
        if (sealed.length() > LONGEST) {
            return false;
        }
        response.addCookie(cookie(sealed));
        return true;
    }

    private String sealed(JsonObject content) {
        var sealed = encryption();
        sealed.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        sealed.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        sealed.setPayload(content.encode());
        try {
            return sealed.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a text cannot be encrypted", impossible);
        }
    }

    private JsonWebEncryption encryption() {
        var encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        encryption.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        encryption.setKey(key);
        return encryption;
    }

    void clear(HttpServerResponse response) {
        response.addCookie(cookie("").setMaxAge(0));
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(isSecure)
                .setSameSite(CookieSameSite.LAX);
    }
}
