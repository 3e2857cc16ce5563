package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents the headers of answers, and those of requests that hold for many operations. A header that is required is on
 * every answer that names it. Headers that mean the same on every answer of every API (Content-Type, Date, those for the
 * security of browsers) are not documented.
 */
final class DocumentedHeaders {
    private static final String JSON = "application/json";
    private static final String NOT_MODIFIED = "304";

    private DocumentedHeaders() {}

    static void complete(OpenAPI document, List<DocumentedOperation> operations) {
        var components = document.getComponents();
        defineHeaders(components);
        defineParameters(components);
        components.addResponse("NotModified", notModified());
        operations.forEach(documented -> complete(components, documented));
    }

    private static void complete(Components components, DocumentedOperation documented) {
        documented.operation().addParameter(parameter("Accept-Language"));
        var responses = documented.operation().getResponses();
        var success = responses.getAPIResponse("200");
        if (documented.method() == HttpMethod.GET && success != null && isTagged(documented, success, components)) {
            documented.operation().addParameter(parameter("If-None-Match"));
            if (!responses.hasAPIResponse(NOT_MODIFIED)) {
                responses.addAPIResponse(
                        NOT_MODIFIED, OASFactory.createAPIResponse().ref("NotModified"));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> add(status, response, documented, components));
    }

    private static void add(
            String status, APIResponse reference, DocumentedOperation documented, Components components) {
        var response = resolved(reference, components);
        addGeneral(response);
        switch (status) {
            case "200", "201", "202" -> addToSuccess(status, response, documented, components);
            case NOT_MODIFIED -> add(response, "ETag", "Content-Language");
            case "401" -> add(response, "WWW-Authenticate");
            case "405" -> add(response, "Allow");
            case "409" ->
                response.addHeader("Retry-After", OASFactory.createHeader().ref("In-Progress-Retry-After"));
            case "412" -> response.addHeader("ETag", OASFactory.createHeader().ref("Current-ETag"));
            case "415" -> add(response, "Accept-Encoding", "Accept-Patch", "Accept-Post");
            case "429", "503" -> add(response, "Retry-After");
            default -> {}
        }
        if (status.startsWith("4") || status.startsWith("5")) {
            response.addHeader("Content-Language", OASFactory.createHeader().ref("Problem-Language"));
        }
    }

    private static void addToSuccess(
            String status, APIResponse response, DocumentedOperation documented, Components components) {
        // A sender without a token may read nothing of what it created.
        if (status.equals("201") && documented.needsToken()) {
            add(response, "Location");
        }
        if (isTagged(documented, response, components)) {
            var etag = documented.mayBePartial() ? "Complete-ETag" : "ETag";
            response.addHeader("ETag", OASFactory.createHeader().ref(etag));
        }
        if (documented.repeatable()) {
            add(response, "Idempotency-Replayed");
        }
        if (isFile(response)) {
            add(response, "Content-Disposition");
        }
        // A table can have texts for people too.
        add(response, "Content-Language");
    }

    /**
     * Whether an answer has an ETag: that of a record, which is in the body too, of a file, of a public answer in JSON,
     * and any that an operation documents with a 304 of its own.
     */
    private static boolean isTagged(DocumentedOperation documented, APIResponse response, Components components) {
        APIResponses responses = documented.operation().getResponses();
        var isRead = documented.method() == HttpMethod.GET;
        return isRead && responses.hasAPIResponse(NOT_MODIFIED)
                || isRead && !documented.needsToken() && hasContent(response, JSON)
                || schemas(response)
                        .map(schema -> resolved(schema, components))
                        .anyMatch(schema -> "binary".equals(schema.getFormat()) || hasProperty(schema, "etag"));
    }

    private static boolean isFile(APIResponse response) {
        return response.getContent() != null
                && response.getContent().getMediaTypes() != null
                && response.getContent().getMediaTypes().keySet().stream()
                        .noneMatch(type -> type.equals(JSON) || type.endsWith("+json"));
    }

    private static boolean hasContent(APIResponse response, String mediaType) {
        return response.getContent() != null && response.getContent().getMediaType(mediaType) != null;
    }

    private static Stream<Schema> schemas(APIResponse response) {
        return response.getContent() == null || response.getContent().getMediaTypes() == null
                ? Stream.empty()
                : response.getContent().getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(Objects::nonNull);
    }

    private static boolean hasProperty(Schema schema, String name) {
        return schema.getProperties() != null && schema.getProperties().containsKey(name);
    }

    private static Schema resolved(Schema schema, Components components) {
        return schema.getRef() == null ? schema : components.getSchemas().get(name(schema.getRef()));
    }

    private static APIResponse resolved(APIResponse response, Components components) {
        return response.getRef() == null ? response : components.getResponses().get(name(response.getRef()));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void addGeneral(APIResponse response) {
        add(response, "API-Version", "Cache-Control", "Vary", "RateLimit", "RateLimit-Policy");
    }

    private static void add(APIResponse response, String... names) {
        for (var name : names) {
            response.addHeader(name, OASFactory.createHeader().ref(name));
        }
    }

    private static Parameter parameter(String name) {
        return OASFactory.createParameter().ref(name);
    }

    private static APIResponse notModified() {
        var response = OASFactory.createAPIResponse()
                .description("The client has this answer already: its ETag is in If-None-Match.");
        addGeneral(response);
        add(response, "ETag", "Content-Language");
        return response;
    }

    private static void defineParameters(Components components) {
        components.addParameter(
                "Accept-Language",
                OASFactory.createParameter()
                        .name("Accept-Language")
                        .in(Parameter.In.HEADER)
                        .description(
                                "Language of the texts for people: nl or en, with weights as in RFC 9110. Without it,"
                                        + " and for another language, they are in English. Codes do not depend on it.")
                        .schema(text().addExample("nl")));
        components.addParameter(
                "If-None-Match",
                OASFactory.createParameter()
                        .name("If-None-Match")
                        .in(Parameter.In.HEADER)
                        .description(
                                "The ETag of the answer that the client has. If that is still the answer, 304 comes"
                                        + " instead of it.")
                        .schema(text().addExample("\"3\"")));
    }

    private static void defineHeaders(Components components) {
        always(
                components,
                "API-Version",
                "Version of the API that answered: major, minor and patch, as in 1.0.0",
                text().pattern("^\\d+\\.\\d+\\.\\d+$"));
        always(components, "Location", "Path of the record that was created", text().format("uri-reference"));
        always(
                components,
                "Cache-Control",
                "no-store: no cache stores the answer. private, no-cache: only the client itself stores it, and asks"
                        + " with If-None-Match before each use.",
                text().addExample("no-store"));
        always(
                components,
                "Vary",
                "Headers of the request on which the answer depends.",
                text().addExample("accept-language, accept, authorization"));
        always(
                components,
                "ETag",
                "Version of this answer, with its quotation marks; it begins with W/ where the answer is compressed or"
                        + " cannot be changed. Send it in If-None-Match to read only what has changed, and in If-Match of"
                        + " PATCH, where the record has one, to change it.",
                text().addExample("\"3\""));
        always(
                components,
                "Retry-After",
                "Seconds to wait before the next request.",
                OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(5));
        always(
                components,
                "WWW-Authenticate",
                "Bearer; with error=\"invalid_token\" if a token was sent (RFC 6750).",
                text().addExample("Bearer error=\"invalid_token\""));
        always(components, "Allow", "Methods that the path has.", text().addExample("GET, HEAD, POST, OPTIONS"));
        always(
                components,
                "Content-Disposition",
                "Name of the file, for a browser that stores it (RFC 6266).",
                text().addExample("attachment; filename=\"list.csv\""));
        always(components, "Problem-Language", "Language of title and details.", language());
        sometimes(
                components,
                "Complete-ETag",
                "Version of this answer, to send in If-None-Match. Absent where a part is missing.",
                text().addExample("\"3\""));
        sometimes(
                components,
                "In-Progress-Retry-After",
                "Seconds to wait before the same request is sent again. Only where the first request with the same"
                        + " Idempotency-Key still runs.",
                OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(1));
        sometimes(
                components,
                "Current-ETag",
                "ETag of the record as it is now. Absent if the record was changed at the same moment.",
                text().addExample("\"4\""));
        sometimes(
                components,
                "Content-Language",
                "Language of the texts for people, where the answer has any.",
                language());
        sometimes(
                components,
                "Idempotency-Replayed",
                "true: this is the stored answer to the first request with the same Idempotency-Key, in the language of"
                        + " the first request. Absent from a first answer.",
                text().addEnumeration("true"));
        sometimes(
                components,
                "Accept-Encoding",
                "identity: bodies are sent without compression. Only if the body was compressed.",
                text().addExample("identity"));
        sometimes(
                components,
                "Accept-Patch",
                "Media types of the body of a change (RFC 5789). On the answer to OPTIONS too.",
                text().addExample("application/merge-patch+json"));
        sometimes(
                components, "Accept-Post", "Media types of the body of a POST.", text().addExample("application/json"));
        sometimes(
                components,
                "RateLimit",
                "Requests that the client has left (r), and the seconds after which it has all of them again (t)."
                        + " Absent where no limit is configured.",
                text().addExample("\"client\";r=99;t=1"));
        sometimes(
                components,
                "RateLimit-Policy",
                "Requests that a client may make (q) in a number of seconds (w). Absent where no limit is configured.",
                text().addExample("\"client\";q=100;w=1"));
    }

    private static void always(Components components, String name, String description, Schema schema) {
        components.addHeader(name, header(description, schema).required(true));
    }

    private static void sometimes(Components components, String name, String description, Schema schema) {
        components.addHeader(name, header(description, schema));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema language() {
        // A mock server sends it, and the examples are in English.
        return text().addEnumeration("nl").addEnumeration("en").addExample("en");
    }
}
