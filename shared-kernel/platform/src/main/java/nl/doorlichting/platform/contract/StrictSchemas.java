package nl.doorlichting.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.platform.values.ValueTypes;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Makes schemas strict: declared properties of an answer are always present, unless marked {@code x-optional};
 * undeclared properties of a request (a schema whose name ends in Request) are rejected.
 */
final class StrictSchemas {

    private static final String OPTIONAL = "x-optional";

    private StrictSchemas() {}

    static void apply(Components components, List<DocumentedOperation> operations) {
        if (components.getSchemas() != null) {
            components.getSchemas().forEach((name, schema) -> apply(schema, name.endsWith("Request")));
        }
        operations.forEach(StrictSchemas::applyToInline);
    }

    private static void applyToInline(DocumentedOperation documented) {
        documented.operation().getResponses().getAPIResponses().values().forEach(response -> {
            apply(response.getContent(), false);
        });
        if (documented.hasBody()) {
            apply(documented.operation().getRequestBody().getContent(), true);
        }
    }

    private static void apply(Content content, boolean request) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(mediaType -> apply(mediaType.getSchema(), request));
        }
    }

    private static void apply(Schema schema, boolean request) {
        if (schema == null) {
            return;
        }
        removeNoise(schema);
        if (request) {
            referToRequest(schema);
        }
        if (schema.getProperties() != null) {
            applyToObject(schema, request);
        }
        apply(schema.getItems(), request);
        apply(schema.getAdditionalPropertiesSchema(), request);
        applyAll(schema.getAllOf(), request);
        applyAll(schema.getAnyOf(), request);
        applyAll(schema.getOneOf(), request);
    }

    private static void applyAll(List<Schema> schemas, boolean request) {
        if (schemas != null) {
            schemas.forEach(schema -> apply(schema, request));
        }
    }

    private static void applyToObject(Schema schema, boolean request) {
        List<String> required = new ArrayList<>();
        for (Map.Entry<String, Schema> property : schema.getProperties().entrySet()) {
            if (!takeOptional(property.getValue())) {
                required.add(property.getKey());
            }
            apply(property.getValue(), request);
        }
        if (request) {
            schema.setAdditionalPropertiesSchema(KernelSchemas.nothing());
            return;
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void referToRequest(Schema schema) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            schema.setRef(ValueTypes.REGISTERED.schemasInRequests().getOrDefault(name, name));
        }
    }

    // The scanner repeats a referenced type beside the reference.
    private static void removeNoise(Schema schema) {
        if (schema.getRef() != null || schema.getAnyOf() != null) {
            schema.setType(null);
        }
        if (schema.getEnumeration() != null && isNullable(schema)) {
            admitNull(schema);
        }
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
    }

    // For codes that may be null the scanner omits null from the list, and adds the type object.
    private static void admitNull(Schema schema) {
        schema.setType(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL));
        if (schema.getEnumeration().stream().noneMatch(Objects::isNull)) {
            List<Object> values = new ArrayList<>(schema.getEnumeration());
            values.add(null);
            schema.setEnumeration(values);
        }
    }

    /** Removes the extension, which is not in the published document; true if its value was true. */
    private static boolean takeOptional(Schema schema) {
        // A schema that was read from a file keeps extensions among its keywords.
        Object keyword = schema.get(OPTIONAL);
        if (keyword != null) {
            schema.set(OPTIONAL, null);
            return Boolean.parseBoolean(keyword.toString());
        }
        if (schema.getExtensions() == null) {
            return false;
        }
        Object value = schema.getExtensions().get(OPTIONAL);
        schema.removeExtension(OPTIONAL);
        return value != null && Boolean.parseBoolean(value.toString());
    }
}
