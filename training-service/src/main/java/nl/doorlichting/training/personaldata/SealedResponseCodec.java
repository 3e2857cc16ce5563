package nl.doorlichting.training.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import nl.doorlichting.platform.idempotency.ResponseCodec;

/**
 * Seals the answers that are stored for repeated requests, because they may name the members of a network. The hash of a
 * request is keyed, because a request may name a person, whom a plain hash would reveal to a guess from a list of names.
 */
@ApplicationScoped
class SealedResponseCodec implements ResponseCodec {
    private static final String PLACE = "idempotency_key.body";

    private final KeyRing keys;

    SealedResponseCodec(KeyRing keys) {
        this.keys = keys;
    }

    // With a new key a repeated request has another hash, and is refused for as long as its answer is stored.
    @Override
    public String hash(byte[] request) {
        var text = new String(request, StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keys.current().keyedHash(text));
    }

    @Override
    public String keep(String body) {
        var key = keys.current();
        return key.id() + ":" + Base64.getEncoder().encodeToString(key.seal(body, PLACE));
    }

    @Override
    public String read(String kept) {
        var colon = kept.indexOf(':');
        return keys.get(kept.substring(0, colon)).open(Base64.getDecoder().decode(kept.substring(colon + 1)), PLACE);
    }
}
