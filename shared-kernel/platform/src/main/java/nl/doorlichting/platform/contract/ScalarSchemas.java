package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Inlines dates, instants and ids as strings with their format. The scanner makes components of them, named after Java
 * classes, and hides the format behind a reference where null is allowed.
 */
final class ScalarSchemas {

    private static final String COMPONENT = "#/components/schemas/";
    private static final Map<String, String> FORMATS =
            Map.of("LocalDate", "date", "Instant", "date-time", "UUID", "uuid");

    private ScalarSchemas() {}

    static void writeOut(Schema schema) {
        if (schema.getAnyOf() != null && schema.getAnyOf().size() == 2) {
            writeOutNullable(schema);
        }
        String format = formatOf(schema);
        if (format != null) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(format);
            schema.setExamples(null);
            schema.setPattern(null);
        }
    }

    static void removeFrom(Components components) {
        FORMATS.keySet().forEach(components::removeSchema);
    }

    private static void writeOutNullable(Schema schema) {
        String format = formatOf(schema.getAnyOf().get(0));
        boolean nullable =
                List.of(SchemaType.NULL).equals(schema.getAnyOf().get(1).getType());
        if (format != null && nullable) {
            schema.setAnyOf(null);
            schema.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            schema.setFormat(format);
        }
    }

    // A reference, or already written out when the filter runs again.
    private static String formatOf(Schema schema) {
        if (schema.getRef() != null) {
            return FORMATS.get(schema.getRef().replace(COMPONENT, ""));
        }
        boolean text = schema.getFormat() != null && List.of(SchemaType.STRING).equals(schema.getType());
        return text && FORMATS.containsValue(schema.getFormat()) ? schema.getFormat() : null;
    }
}
