package nl.doorlichting.platform.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The problem catalogue: every kind of error answer, with its HTTP status. The name in kebab-case is the last segment
 * of the problem's {@code type}. That URI is contract: names are never changed or reused.
 */
public enum ProblemType {
    VALIDATION_FAILED(400, "The request breaks a rule", "Each violation names where, the code and what is allowed."),
    NOT_AUTHENTICATED(401, "No valid token", "Send a bearer token of the configured issuer and audience."),
    FORBIDDEN(403, "Not allowed for this caller", "None of the roles of the caller allows this."),
    FOUR_EYES(403, "Another person has to do this", "One person takes the first step, and another one the second."),
    NOT_FOUND(404, "Not found", "It does not exist, or this caller may not see it."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The Allow header lists the methods of this path."),
    NOT_ACCEPTABLE(406, "Media type not available", "Accept what the path gives: member allowed has it."),
    ALREADY_EXISTS(
            409,
            "Already exists",
            "Another record has this natural id. Member existing is its path, if the record existed before this request."),
    REFERENCE_UNKNOWN(409, "Reference to an unknown record", "A referenced record does not exist in this service."),
    REQUEST_IN_PROGRESS(
            409, "The first request still runs", "Wait. Then send the same request again with the same key."),
    INVALID_STATE(
            409,
            "Not possible in this state",
            "The state of the record does not allow this. Member allowed lists what it allows."),
    CODE_NOT_VALID(
            409, "Code unknown or already used", "A code works once. Ask the person who gave it for another one."),
    BUDGET_EXCEEDED(409, "Budget exceeded", "This would exceed a ceiling. Member left is what is left."),
    DOCUMENT_QUOTA_EXCEEDED(
            409,
            "Too many or too large documents",
            "The owner of the document cannot have more. Members limit and stored give the number of documents and"
                    + " their bytes."),
    BUDGET_LINE_MISSING(
            409, "No budget line", "A payment needs a budget line. First change the award with a budgetLineId."),
    GONE(
            410,
            "No longer there to compare with",
            "The data were restored since. Member whole is the path to read everything anew."),
    PRECONDITION_FAILED(412, "Changed since it was read", "Read it again. Then send the change with the new ETag."),
    PAYLOAD_TOO_LARGE(413, "Body too large", "The body exceeds the limit of this path."),
    URI_TOO_LONG(414, "Request line too long", "The request line exceeds the limit."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Media type not supported",
            "Send the media type that the contract names for this path, usually application/json."),
    KEY_REUSED(422, "Key used for another request", "Send each new request with a new Idempotency-Key."),
    PRECONDITION_REQUIRED(428, "If-Match is missing", "Send the ETag of the record as If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait for the number of seconds in Retry-After."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers exceed the limit."),
    INTERNAL_ERROR(500, "Internal error", "An internal error occurred. Quote the traceId when you report it."),
    UNAVAILABLE(
            503, "Temporarily unavailable", "A component that this answer needs does not respond. Try again later.");

    /** Path of the catalogue at the gateway; the type of a problem is relative to the requested host. */
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

    /** What the client can do about it. */
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
