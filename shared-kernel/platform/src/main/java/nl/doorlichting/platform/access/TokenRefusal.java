package nl.doorlichting.platform.access;

import nl.doorlichting.platform.texts.Text;

/** Why a request gets a 401: the detail of the problem, and the challenge that RFC 6750, 3 requires. */
public enum TokenRefusal {
    NO_TOKEN(Text.of("caller.no-token"), "Bearer"),
    BAD_TOKEN(Text.of("caller.bad-token"), "Bearer error=\"invalid_token\"");

    private final Text detail;
    private final String challenge;

    TokenRefusal(Text detail, String challenge) {
        this.detail = detail;
        this.challenge = challenge;
    }

    public Text detail() {
        return detail;
    }

    /** The value of the WWW-Authenticate header. */
    public String challenge() {
        return challenge;
    }
}
