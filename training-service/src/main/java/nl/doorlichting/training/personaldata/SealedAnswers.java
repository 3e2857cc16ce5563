package nl.doorlichting.training.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import nl.doorlichting.platform.idempotency.ResponseCodec;

/**
 * What is remembered for a repeated request, sealed: a request may name a person, and its plain hash could be guessed
 * from a list of names; an answer may hold evaluation codes.
 */
@ApplicationScoped
class SealedAnswers implements ResponseCodec {
    private static final String PLACE = "idempotency_key.body";

    private final KeyRing keys;

    SealedAnswers(KeyRing keys) {
        this.keys = keys;
    }

    // Under a new key a repeated request counts as another: it is refused for as long as answers are remembered.
    @Override
    public String hash(byte[] request) {
        var text = new String(request, StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keys.current().recognise(text));
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
