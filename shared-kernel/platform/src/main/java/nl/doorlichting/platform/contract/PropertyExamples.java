package nl.doorlichting.platform.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * A value of each property as it stands in bodies, of {@code contract/examples.properties} on the class path: that of the
 * record and its property, else that of the name, else that of the format. A request and an answer about the same thing
 * have the same one. Codes and references need none, because their schemas show what they can be.
 */
final class PropertyExamples {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Pattern> FORMATS = Map.of(
            "uuid", Pattern.compile("^[0-9a-f-]{36}$"),
            "date", Pattern.compile("^\\d{4}-\\d\\d-\\d\\d$"),
            "date-time", Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[0-9:.]*Z$"));

    private static final String FILE = "binary";

    private final Properties examples = Descriptions.read("examples");

    /** Examples that are there stay. */
    void addTo(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.forEach((name, schema) -> {
            String whole = examples.getProperty("schema." + name);
            if (whole != null && schema.getExamples() == null) {
                schema.addExample(json(whole));
            }
            addToProperties(name, schema);
        });
    }

    private void addToProperties(String record, Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (property.getExamples() == null) {
                    of(record, name, property).ifPresent(property::addExample);
                }
                addToProperties(record, property);
            });
        }
    }

    private Optional<Object> of(String record, String name, Schema property) {
        if (property.getType() == null
                || property.getEnumeration() != null
                || property.getConstValue() != null
                || FILE.equals(property.getFormat())) {
            return Optional.empty();
        }
        String thing = record.replaceFirst("(Correction)?(Response|Request)$", "");
        return Stream.of(record + "." + name, thing + "." + name, name, "format." + property.getFormat())
                .map(examples::getProperty)
                .filter(Objects::nonNull)
                .flatMap(text -> value(text, property).stream())
                .findFirst();
    }

    /** Empty for a value of another type: one name can be a number here and a text there. */
    private static Optional<Object> value(String text, Schema property) {
        List<SchemaType> types = property.getType();
        if (types.contains(SchemaType.STRING)) {
            Pattern format = property.getFormat() == null ? null : FORMATS.get(property.getFormat());
            return Optional.<Object>of(text)
                    .filter(any -> format == null || format.matcher(text).matches());
        }
        if (types.contains(SchemaType.INTEGER) && text.matches("-?\\d+")
                || types.contains(SchemaType.NUMBER) && text.matches("-?\\d+(\\.\\d+)?")
                || types.contains(SchemaType.ARRAY) && text.startsWith("[") && areTexts(property.getItems())
                || types.contains(SchemaType.OBJECT) && text.startsWith("{")) {
            return Optional.of(json(text));
        }
        return Optional.empty();
    }

    private static boolean areTexts(Schema items) {
        return items != null && items.getType() != null && items.getType().contains(SchemaType.STRING);
    }

    private static Object json(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }
}
