package nl.doorlichting.gateway.signin;

/** Why somebody is not signed in. */
enum SignInFailure {
    /** The person or the provider refused. */
    DENIED(403, "sign-in.denied"),
    /** What came back is not what left this browser: it is too old, or of another tab or browser. */
    NOT_OURS(400, "sign-in.not-ours"),
    /** The provider does not answer, or not as it should. */
    PROVIDER(503, "sign-in.provider"),
    /** The provider signed the person in, and its token does not count here. */
    NOT_ACCEPTED(403, "sign-in.not-accepted"),
    /** The request has a token of its own, which does not count, or no longer. */
    TOKEN_REFUSED(401, "sign-in.token-refused");

    private final int status;
    private final String text;

    SignInFailure(int status, String text) {
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** Key of the text that says so. */
    String text() {
        return text;
    }

    /** Ends an attempt to sign in. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SignInFailure failure;

        Thrown(SignInFailure failure) {
            super(failure.name(), null, false, false);
            this.failure = failure;
        }

        SignInFailure failure() {
            return failure;
        }
    }
}
