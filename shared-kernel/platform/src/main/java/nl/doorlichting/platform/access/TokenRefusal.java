package nl.doorlichting.platform.access;

/** Why a request gets a 401: the detail of the problem, and the challenge that RFC 6750, 3 requires. */
public enum TokenRefusal {
    NO_TOKEN("This path needs a bearer token.", "Bearer"),
    BAD_TOKEN("The bearer token is not valid here.", "Bearer error=\"invalid_token\"");

    private final String detail;
    private final String challenge;

    TokenRefusal(String detail, String challenge) {
        this.detail = detail;
        this.challenge = challenge;
    }

    public String detail() {
        return detail;
    }

    /** The value of the WWW-Authenticate header. */
    public String challenge() {
        return challenge;
    }
}
