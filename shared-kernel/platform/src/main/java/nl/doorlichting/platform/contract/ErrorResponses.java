package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nl.doorlichting.platform.lists.CsvLists;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation its error answers, and every answer the headers that it always carries. */
final class ErrorResponses {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String API_VERSION = "API-Version";
    private static final String SCANNED = "OK";
    private static final String PROBLEM_JSON = "application/problem+json";

    private ErrorResponses() {}

    static void complete(OpenAPI document, List<DocumentedOperation> operations) {
        defineHeaders(document.getComponents());
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
        if (documented.repeatable()) {
            documented.operation().addParameter(idempotencyKey());
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

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IDEMPOTENCY_KEY)
                .in(Parameter.In.HEADER)
                .description("A repeated request with the same key, query and body gets the first answer again, for 24"
                        + " hours, with Idempotency-Replayed: true. A key belongs to the caller, its organisation, the"
                        + " method and the path")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(200));
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
        addHeader(response, API_VERSION);
        if (status.equals("201")) {
            addHeader(response, "Location");
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
            csv.setSchema(
                    KernelSchemas.text("A row each, under a line of field names; of a list the whole from here on"));
        }
    }

    private static APIResponse problem(Kind error) {
        APIResponse response =
                OASFactory.createAPIResponse().description(error.description()).content(problemContent());
        addHeader(response, API_VERSION);
        return response;
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static void addHeader(APIResponse response, String name) {
        response.addHeader(name, OASFactory.createHeader().ref(name));
    }

    private static void defineHeaders(Components components) {
        components.addHeader(
                API_VERSION,
                header("The version of the API that answered: major.minor.patch")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .pattern("^\\d+\\.\\d+\\.\\d+$")));
        components.addHeader(
                "Location",
                header("Where the created resource is")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .format("uri-reference")));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).required(true);
    }

    /** The errors that operations answer with (docs/design/contract.md#errors). */
    private enum Kind {
        BAD_REQUEST(400, "The request is malformed or breaks a fixed rule", operation -> true),
        UNAUTHORIZED(401, "No valid token", DocumentedOperation::isSecured),
        FORBIDDEN(
                403,
                "This role may never do this, or a rule forbids it to this person",
                DocumentedOperation::isSecured),
        NOT_FOUND(404, "Not there, or not visible to the caller", DocumentedOperation::hasPathParameters),
        NOT_ACCEPTABLE(406, "No representation of the kind that was asked for", operation -> true),
        CONFLICT(
                409,
                "Against what is stored, or the first request with this key still runs",
                DocumentedOperation::writes),
        PRECONDITION_FAILED(412, "Changed since it was read", operation -> operation.method() == HttpMethod.PATCH),
        CONTENT_TOO_LARGE(413, "The body is over the limit", DocumentedOperation::hasBody),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of a kind that is not read here", DocumentedOperation::hasBody),
        UNPROCESSABLE_CONTENT(422, "The idempotency key was used for another request", DocumentedOperation::repeatable),
        PRECONDITION_REQUIRED(428, "If-Match is missing", operation -> operation.method() == HttpMethod.PATCH),
        TOO_MANY_REQUESTS(
                429, "More requests than a client may make; Retry-After says when to go on", operation -> true),
        INTERNAL_SERVER_ERROR(500, "An internal error; the log has it under the trace id", operation -> true),
        SERVICE_UNAVAILABLE(503, "Temporarily not able to answer", operation -> true);

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
