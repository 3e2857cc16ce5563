package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A change of manifests that breaks a rule.
 *
 * @param rule the rule that must report it
 * @param how the change in words
 */
record ManifestMutation(String rule, String how, Consumer<Manifests> change) {

    /** Sets a value of a manifest; null removes it. */
    static ManifestMutation set(String rule, String kind, String name, String pointer, Object value) {
        return new ManifestMutation(rule, kind + "/" + name + " " + pointer + " = " + value, manifests -> {
            for (Manifest manifest : manifests.all()) {
                if (manifest.kind().equals(kind) && manifest.name().startsWith(name)) {
                    set(manifest.json(), JsonPointer.compile(pointer), value);
                }
            }
        });
    }

    /** Removes a manifest. */
    static ManifestMutation without(String rule, String kind, String name) {
        return new ManifestMutation(
                rule,
                "without " + kind + "/" + name,
                manifests -> manifests
                        .all()
                        .removeIf(manifest ->
                                manifest.kind().equals(kind) && manifest.name().startsWith(name)));
    }

    /** Adds a manifest, a line of YAML. */
    static ManifestMutation with(String rule, String yaml) {
        return new ManifestMutation(
                rule,
                "with " + yaml,
                manifests -> manifests.all().add(new Manifest(Yaml.read(yaml).get(0))));
    }

    private static void set(ObjectNode json, JsonPointer pointer, Object value) {
        JsonNode parent = json.at(pointer.head());
        String field = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.remove(pointer.last().getMatchingIndex());
        } else if (value == null) {
            ((ObjectNode) parent).remove(field);
        } else {
            ((ObjectNode) parent).set(field, Yaml.value(value));
        }
    }

    @Override
    public String toString() {
        return rule + ": " + how;
    }
}
