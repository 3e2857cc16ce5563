package nl.doorlichting.platform.idempotency;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stores bodies unchanged, and requests as their SHA-256 in hexadecimal. */
@ApplicationScoped
@DefaultBean
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class PlainResponseCodec implements ResponseCodec {
    @Override
    public String hash(byte[] request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String keep(String body) {
        return body;
    }

    @Override
    public String read(String kept) {
        return kept;
    }
}
