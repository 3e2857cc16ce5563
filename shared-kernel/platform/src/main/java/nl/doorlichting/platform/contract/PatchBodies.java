package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.responses.IfMatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Describes the body of each PATCH: the fields of the request of the record, none of them required, each removable
 * with null. A correction has the same form, and a reason that is required.
 */
final class PatchBodies {
    private static final String REQUEST = "Request";
    /** Of a field that is about the change itself, so that its absence leaves nothing as it is. */
    private static final String NOT_STORED = "not stored";

    private static final String CORRECTION = "Correction";
    private static final String PATCH = "Patch";
    private static final String REASON = "reason";

    private PatchBodies() {}

    static void describe(Components components, List<DocumentedOperation> operations) {
        operations.stream()
                .filter(documented -> documented.method() == HttpMethod.PATCH)
                .forEach(documented -> describe(components, documented));
        operations.stream()
                .filter(DocumentedOperation::hasBody)
                .map(documented -> documented.operation().getRequestBody())
                .filter(PatchBodies::isCorrection)
                .forEach(body -> describeCorrection(components, body));
    }

    private static boolean isCorrection(RequestBody body) {
        return body.getExtensions() != null && body.getExtensions().containsKey(MergePatch.CORRECTION);
    }

    private static void describeCorrection(Components components, RequestBody body) {
        body.removeExtension(MergePatch.CORRECTION);
        var json = body.getContent().getMediaType(jakarta.ws.rs.core.MediaType.APPLICATION_JSON);
        var ref = json.getSchema().getRef();
        var whole = ref.substring(ref.lastIndexOf('/') + 1);
        var record = whole.substring(0, whole.length() - REQUEST.length());
        var correction = (record.endsWith(CORRECTION) ? record : record + CORRECTION) + PATCH;
        components.addSchema(
                correction,
                change(components.getSchemas().get(whole))
                        .addProperty(
                                REASON,
                                OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .minLength(1)
                                        .maxLength(2000)
                                        .description("Why what the record stated before was wrong, in words"))
                        .required(List.of(REASON)));
        json.setSchema(OASFactory.createSchema().ref(correction));
        if (record.endsWith(CORRECTION)) {
            components.removeSchema(whole);
        }
    }

    private static void describe(Components components, DocumentedOperation documented) {
        var parameters = documented.operation().getParameters();
        if (parameters != null) {
            parameters.stream()
                    .filter(parameter -> IfMatch.HEADER.equals(parameter.getName()))
                    .forEach(parameter -> parameter
                            .required(true)
                            .description("The ETag of the record as it was read: 412 when it" + " has changed since"));
        }
        if (documented.hasBody()) {
            var body = documented.operation().getRequestBody().required(true);
            referToChange(components, body.getContent().getMediaType(MergePatch.MEDIA_TYPE));
        }
    }

    private static void referToChange(Components components, MediaType body) {
        if (body == null || body.getSchema() == null || body.getSchema().getRef() == null) {
            return;
        }
        var ref = body.getSchema().getRef();
        var whole = ref.substring(ref.lastIndexOf('/') + 1);
        var change = whole.substring(0, whole.length() - (whole.endsWith(REQUEST) ? REQUEST.length() : 0)) + PATCH;
        components.addSchema(change, change(components.getSchemas().get(whole)));
        body.setSchema(OASFactory.createSchema().ref(change));
    }

    private static Schema change(Schema whole) {
        var change = KernelSchemas.object("A change as a JSON merge patch (RFC 7396): what is not named stays, null"
                        + " removes. An object within is merged in the same way, and sent with the members that its schema"
                        + " requires; when its kind or scope changes, only what is named stays. A list replaces the whole list, and []"
                        + " empties it where it may be empty. Every field can be changed that does not state that it"
                        + " cannot. Members that only answers have, at the top or within, are UNKNOWN_FIELD. "
                        + (whole.getDescription() == null ? "" : whole.getDescription()))
                .additionalPropertiesSchema(KernelSchemas.nothing());
        var required = whole.getRequired() == null ? List.<String>of() : whole.getRequired();
        whole.getProperties()
                .forEach((name, property) ->
                        change.addProperty(name, describedAsChange(orNull(property), required.contains(name))));
        return change;
    }

    // A type of its own that admits null, because generators make no usable type of anyOf with an array. A list of
    // codes needs null among its codes. The description is of the whole, because it means another thing there.
    private static Schema orNull(Schema property) {
        var types = property.getType();
        if (types == null || property.getEnumeration() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(
                            copy(property).description(null),
                            OASFactory.createSchema().addType(SchemaType.NULL)));
        }
        var copy = copy(property);
        copy.setType(Stream.concat(types.stream(), Stream.of(SchemaType.NULL))
                .distinct()
                .toList());
        return copy;
    }

    private static Schema copy(Schema property) {
        var copy = OASFactory.createSchema();
        copy.setAll(property.getAll());
        return copy.ref(property.getRef());
    }

    /** Says what absence and null do here. What absence means in a new record, null does here. */
    private static Schema describedAsChange(Schema property, boolean required) {
        if (property.getDescription() != null && property.getDescription().contains(NOT_STORED)) {
            return property.description(property.getDescription() + " Null is the same as absent.");
        }
        var words = property.getDescription() == null
                ? ""
                : SchemaDescriptions.withWord(
                                property.getDescription().replace(SchemaDescriptions.NOT_STATED, ""),
                                SchemaDescriptions.ABSENT,
                                "null")
                        + " ";
        var removal = words.matches("(?i).*\\bnull\\b.*") ? "." : "; null removes it.";
        return property.description(
                words + "Absent leaves it as it is" + (required ? "; null is refused (400)." : removal));
    }
}
