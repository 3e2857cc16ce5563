package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;

/** Reads YAML; the same key twice is an error. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Yaml() {}

    static List<ObjectNode> read(String text) {
        try {
            return MAPPER.readerFor(ObjectNode.class)
                    .<ObjectNode>readValues(text)
                    .readAll();
        } catch (IOException failure) {
            throw new IllegalArgumentException("Not YAML: " + failure.getMessage(), failure);
        }
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (IOException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    static JsonNode value(Object value) {
        return MAPPER.valueToTree(value);
    }
}
