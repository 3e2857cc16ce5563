package nl.doorlichting.platform.contract;

import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** The errors that operations answer with (docs/design/contract.md#errors). */
enum ErrorAnswer {
    BAD_REQUEST(400, "The request is malformed or breaks a fixed rule", operation -> true),
    UNAUTHORIZED(401, "No valid token", DocumentedOperation::isSecured),
    FORBIDDEN(403, "This role may never do this, or a rule forbids it to this person", DocumentedOperation::isSecured),
    NOT_FOUND(404, "Not there, or not visible to the caller", DocumentedOperation::hasPathParameters),
    NOT_ACCEPTABLE(406, "No representation of the kind that was asked for", operation -> true),
    CONFLICT(409, "Against what is stored, or the first request with this key still runs", DocumentedOperation::writes),
    PRECONDITION_FAILED(412, "Changed since it was read", operation -> operation.method() == HttpMethod.PATCH),
    CONTENT_TOO_LARGE(413, "The body is over the limit", DocumentedOperation::hasBody),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a kind that is not read here", DocumentedOperation::hasBody),
    UNPROCESSABLE_CONTENT(422, "The idempotency key was used for another request", DocumentedOperation::repeatable),
    PRECONDITION_REQUIRED(428, "If-Match is missing", operation -> operation.method() == HttpMethod.PATCH),
    TOO_MANY_REQUESTS(429, "More requests than a client may make; Retry-After says when to go on", operation -> true),
    INTERNAL_SERVER_ERROR(500, "An internal error; the log has it under the trace id", operation -> true),
    SERVICE_UNAVAILABLE(503, "Temporarily not able to answer", operation -> true);

    private final int status;
    private final String description;
    private final Predicate<DocumentedOperation> applies;

    ErrorAnswer(int status, String description, Predicate<DocumentedOperation> applies) {
        this.status = status;
        this.description = description;
        this.applies = applies;
    }

    String status() {
        return String.valueOf(status);
    }

    String description() {
        return description;
    }

    boolean appliesTo(DocumentedOperation operation) {
        return applies.test(operation);
    }

    /** BAD_REQUEST is the component BadRequest. */
    String componentName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
