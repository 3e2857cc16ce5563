package nl.doorlichting.platform.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import nl.doorlichting.platform.lists.CsvLists;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation its error answers. */
final class ErrorResponses {

    private static final String SCANNED = "OK";
    private static final String PROBLEM_JSON = "application/problem+json";

    private ErrorResponses() {}

    static void complete(OpenAPI document, List<DocumentedOperation> operations) {
        operations.forEach(documented -> complete(document.getComponents(), documented));
    }

    private static void complete(Components components, DocumentedOperation documented) {
        if (documented.operation().getResponses() == null) {
            documented.operation().setResponses(OASFactory.createAPIResponses());
        }
        APIResponses responses = documented.operation().getResponses();
        if (documented.creates()) {
            postCreates(responses);
        }
        // A description by the operation itself is kept. The body of errors is always problem details.
        responses.getAPIResponses().forEach(ErrorResponses::complete);
        for (Kind error : Kind.values()) {
            if (error.appliesTo(documented) && !responses.getAPIResponses().containsKey(error.status())) {
                components.addResponse(error.componentName(), problem(error));
                responses.addAPIResponse(
                        error.status(), OASFactory.createAPIResponse().ref(error.componentName()));
            }
        }
    }

    /** Adds to the description of an answer of success what its body is, because many operations have the same words. */
    static void describeSuccess(Components components, List<DocumentedOperation> operations) {
        operations.forEach(documented -> documented
                .operation()
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("2")) {
                        bodyOf(response, components)
                                .ifPresent(body -> response.setDescription(withBody(response, body)));
                    }
                }));
    }

    private static String withBody(APIResponse response, String body) {
        String words = response.getDescription();
        return SCANNED.equals(words) ? body : Descriptions.sentence(words).orElse("") + " " + body;
    }

    private static Optional<String> bodyOf(APIResponse response, Components components) {
        if (response.getContent() == null || response.getContent().getMediaTypes() == null) {
            return Optional.empty();
        }
        return response.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(schema -> schema.getRef() == null))
                .map(schema -> schema.getRef() == null
                        ? schema
                        : components
                                .getSchemas()
                                .get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)))
                .flatMap(schema -> Descriptions.sentence(schema.getDescription()).stream())
                .map(SchemaDescriptions::firstSentence)
                .findFirst();
    }

    // The scan documents 200 for every operation. A POST creates a record, unless its annotations document something
    // else.
    private static void postCreates(APIResponses responses) {
        APIResponse scanned = responses.getAPIResponse("200");
        var undescribed = scanned != null && SCANNED.equals(scanned.getDescription());
        if (undescribed && responses.getAPIResponses().size() == 1) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", scanned.description("Created"));
        }
    }

    private static void complete(String status, APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        describeCsv(response);
        if (status.startsWith("4") || status.startsWith("5")) {
            response.setContent(problemContent());
        }
    }

    // The scan gives every media type the schema of the method's result.
    private static void describeCsv(APIResponse response) {
        MediaType csv =
                response.getContent() == null ? null : response.getContent().getMediaType(CsvLists.MEDIA_TYPE);
        if (csv != null) {
            csv.setSchema(KernelSchemas.text(
                    "CSV: a row for each item, and one more for each further record in its lists, under a line with"
                            + " the names of the fields; of a list all items from this page on."));
        }
    }

    private static APIResponse problem(Kind error) {
        return OASFactory.createAPIResponse().description(error.description()).content(problemContent());
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    /** The errors that operations answer with (docs/design/contract.md#errors). */
    private enum Kind {
        BAD_REQUEST(
                400,
                "The request is malformed, or breaks a rule that holds whatever is stored: problem type"
                        + " validation-failed. Its violations name every value that is wrong, each with a code",
                operation -> true),
        UNAUTHORIZED(
                401,
                "The request has no valid bearer token: problem type not-authenticated. Sign in again",
                DocumentedOperation::takesToken),
        FORBIDDEN(
                403,
                "No role of the token may do this (forbidden), or a rule forbids it to this person (four-eyes)",
                DocumentedOperation::needsToken),
        NOT_FOUND(
                404,
                "What the path names does not exist, or the caller may not see it: problem type not-found",
                DocumentedOperation::hasPathParameters),
        METHOD_NOT_ALLOWED(
                405,
                "The path does not have the method of the request: problem type method-not-allowed. Allow has its"
                        + " methods, as the answer to OPTIONS has them, which needs no token",
                operation -> true),
        NOT_ACCEPTABLE(
                406,
                "None of the media types in Accept is available here: problem type not-acceptable",
                operation -> true),
        CONFLICT(
                409,
                "What is stored does not allow this: for example already-exists, reference-unknown or invalid-state."
                        + " Or the first request with the same Idempotency-Key still runs: request-in-progress,"
                        + " with Retry-After",
                DocumentedOperation::writes),
        PRECONDITION_FAILED(
                412,
                "The record has changed since the ETag in If-Match was read: problem type precondition-failed. Read it"
                        + " again, and send the change with the new ETag",
                operation -> operation.method() == HttpMethod.PATCH),
        CONTENT_TOO_LARGE(
                413,
                "The body is larger than this path takes: problem type payload-too-large",
                DocumentedOperation::hasBody),
        URI_TOO_LONG(
                414,
                "Path and query are longer than the server takes: problem type uri-too-long. Shorten the query",
                operation -> true),
        UNSUPPORTED_MEDIA_TYPE(
                415,
                "The body has a media type, a document format or a compression that this path does not take: problem"
                        + " type unsupported-media-type. Its allowed names the media types that the path takes",
                DocumentedOperation::hasBody),
        UNPROCESSABLE_CONTENT(
                422,
                "The Idempotency-Key belongs to a request with another query or body: problem type key-reused",
                DocumentedOperation::repeatable),
        PRECONDITION_REQUIRED(
                428,
                "If-Match is missing: problem type precondition-required. Send the ETag of the record",
                operation -> operation.method() == HttpMethod.PATCH),
        TOO_MANY_REQUESTS(
                429,
                "The client sends more requests than it may: problem type too-many-requests. Wait as many seconds as"
                        + " Retry-After has",
                operation -> true),
        REQUEST_HEADER_FIELDS_TOO_LARGE(
                431,
                "The headers are larger than the server takes: problem type headers-too-large. Shorten the token or the"
                        + " other headers",
                operation -> true),
        INTERNAL_SERVER_ERROR(
                500,
                "An error of the system: problem type internal-error. The log has it under the traceId of the problem",
                operation -> true),
        SERVICE_UNAVAILABLE(
                503,
                "A part that this answer needs does not respond, or not in time: problem type unavailable. Try again"
                        + " after the seconds in Retry-After. A write can also be outcome-unknown: it may be stored, and"
                        + " nothing has confirmed it. Send it again with the same Idempotency-Key",
                operation -> true);

        private final int status;
        private final String description;
        private final Predicate<DocumentedOperation> applies;

        Kind(int status, String description, Predicate<DocumentedOperation> applies) {
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
}
