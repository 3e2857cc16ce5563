package nl.doorlichting.platform.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.doorlichting.platform.texts.Text;

/**
 * The problem catalogue: every kind of error answer, with its HTTP status. The name in kebab-case is the last segment
 * of the problem's {@code type}. That URI is contract: names are never changed or reused.
 */
public enum ProblemType {
    VALIDATION_FAILED(400),
    NOT_AUTHENTICATED(401),
    FORBIDDEN(403),
    FOUR_EYES(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_EXISTS(409),
    REFERENCE_UNKNOWN(409),
    REQUEST_IN_PROGRESS(409, 1),
    INVALID_STATE(409),
    CODE_NOT_VALID(409),
    BUDGET_EXCEEDED(409),
    DOCUMENT_QUOTA_EXCEEDED(409),
    BUDGET_LINE_MISSING(409),
    GONE(410),
    PRECONDITION_FAILED(412),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503, 5),
    OUTCOME_UNKNOWN(503, 5);

    /** Path of the catalogue at the gateway; the type of a problem is relative to the requested host. */
    public static final String CATALOGUE = "/v1/problems/";

    private final int status;
    private final Integer retryAfter;

    ProblemType(int status) {
        this(status, null);
    }

    ProblemType(int status, Integer retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** HTTP status of every answer of this type. */
    public int status() {
        return status;
    }

    /** Seconds after which the same request may succeed; empty where time alone changes nothing, or each answer says it. */
    public Optional<Integer> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** One short sentence, the same for every occurrence. */
    public Text title() {
        return Text.of("problem." + slug() + ".title");
    }

    /** What the client can do about it. */
    public Text explanation() {
        return Text.of("problem." + slug() + ".explanation");
    }

    /** Kebab-case name in the catalogue, such as {@code already-exists}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member of problem details. */
    public String uri() {
        return CATALOGUE + slug();
    }

    /** The type with this kebab-case name. */
    public static Optional<ProblemType> find(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that a bare HTTP status of the framework stands for; INTERNAL_ERROR for an unknown one. */
    public static ProblemType ofStatus(int status) {
        if (status == 400) {
            return VALIDATION_FAILED;
        }
        return Arrays.stream(values())
                .filter(type -> type.status == status && type.status != 409)
                .findFirst()
                .orElse(INTERNAL_ERROR);
    }
}
