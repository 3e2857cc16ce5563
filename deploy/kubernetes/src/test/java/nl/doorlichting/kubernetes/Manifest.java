package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of a rendered overlay. */
record Manifest(ObjectNode json) {

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    Stream<JsonNode> each(String pointer) {
        return elements(at(pointer));
    }

    boolean hasPods() {
        return kind().equals("Deployment") || kind().equals("Job");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(each("/spec/template/spec/containers"), each("/spec/template/spec/initContainers"));
    }

    Map<String, String> podLabels() {
        return labels(at("/spec/template/metadata/labels"));
    }

    Map<String, String> labels() {
        return labels(at("/metadata/labels"));
    }

    static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new TreeMap<>();
        node.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A breach by this object. */
    String breach(String complaint) {
        return kind() + "/" + name() + ": " + complaint;
    }
}
