package nl.doorlichting.platform.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The problem catalogue: every kind of error answer, with its HTTP status. The name in kebab-case is the last segment
 * of the problem's {@code type}, and that URI is contract: names are never changed or reused.
 */
public enum ProblemType {
    VALIDATION_FAILED(400, "The request breaks a rule", "Each violation names where, the code and what is allowed."),
    NOT_AUTHENTICATED(401, "No valid token", "Send a bearer token of the configured issuer and audience."),
    FORBIDDEN(403, "Not allowed to this caller", "None of the caller's roles may do this."),
    FOUR_EYES(403, "Somebody else has to do this", "Who decided an award does not release its payments."),
    NOT_FOUND(404, "Not there", "It does not exist, or is not visible to this caller."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The Allow header lists the methods of this path."),
    NOT_ACCEPTABLE(406, "Media type not available", "Ask for application/json."),
    ALREADY_EXISTS(
            409,
            "Already exists",
            "Another record has this natural id; member existing is its path, when it was there before this request."),
    REFERENCE_UNKNOWN(409, "Refers to something that is not there", "A referenced record of this service is absent."),
    REQUEST_IN_PROGRESS(409, "The first request still runs", "Wait, then send the same request with the same key."),
    INVALID_STATE(
            409,
            "Not possible in this state",
            "The stored state of the object does not allow this; member allowed names what it does allow."),
    CODE_NOT_VALID(409, "No such code, or used already", "A code is good for one use; ask who gave it for another."),
    BUDGET_EXCEEDED(409, "No room in the budget", "It would break a ceiling; member left names what is left."),
    DOCUMENT_QUOTA_EXCEEDED(
            409,
            "No room for this document",
            "What it would belong to takes no more; members limit and stored name the number of documents and their"
                    + " bytes."),
    BUDGET_LINE_MISSING(
            409,
            "Charged to no budget line",
            "Nothing is paid beside the budget: change the award with a budgetLineId first."),
    PRECONDITION_FAILED(412, "Changed since it was read", "Read it again, and send the change with its new ETag."),
    PAYLOAD_TOO_LARGE(413, "Body too large", "The body is over the limit of this path."),
    URI_TOO_LONG(414, "Request line too long", "The request line is over the limit."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Media type not supported", "Send what the contract says of this path; application/json, mostly."),
    KEY_REUSED(422, "The key belongs to another request", "Give each new request an Idempotency-Key of its own."),
    PRECONDITION_REQUIRED(428, "If-Match is missing", "Send the ETag of what you read as If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as many seconds as Retry-After says."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers are over the limit."),
    INTERNAL_ERROR(500, "Internal error", "Something failed here; quote the traceId when you report it."),
    UNAVAILABLE(503, "Temporarily unavailable", "A part that this answer needs does not answer now; try again.");

    /** Path of the catalogue at the gateway; a problem's type is relative to the host that was asked. */
    public static final String CATALOGUE = "/v1/problems/";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** HTTP status of every answer of this type. */
    public int status() {
        return status;
    }

    /** One short English sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What the reader can do about it. */
    public String explanation() {
        return explanation;
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
