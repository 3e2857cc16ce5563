package nl.doorlichting.gateway.signin;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who signed in.
 *
 * @param token access token, which the services verify as that of any caller
 * @param name as the provider says it; null where it says none
 * @param until when the token expires
 */
record ReviewSession(String token, String name, Instant until) {
    private static final String TOKEN = "token";
    private static final String NAME = "name";
    private static final String UNTIL = "until";

    /** What is kept of a session that ended, so that the page can say so once. */
    static final JsonObject ENDED = new JsonObject();

    JsonObject toJson() {
        return new JsonObject().put(TOKEN, token).put(NAME, name).put(UNTIL, until.getEpochSecond());
    }

    /** The session; empty for one that ended. */
    static Optional<ReviewSession> of(JsonObject kept) {
        return kept.containsKey(TOKEN)
                ? Optional.of(new ReviewSession(
                        kept.getString(TOKEN), kept.getString(NAME), Instant.ofEpochSecond(kept.getLong(UNTIL))))
                : Optional.empty();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
