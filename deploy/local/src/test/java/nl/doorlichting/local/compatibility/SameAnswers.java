package nl.doorlichting.local.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares responses of two versions. The newer one may have more fields, and no other difference. */
final class SameAnswers {
    /** Grows with each write. */
    private static final String REVISION = "revision";

    private final List<String> lost = new ArrayList<>();

    private SameAnswers() {}

    /** The fields that are missing or different, a line for each. */
    static List<String> lost(JsonNode before, JsonNode now) {
        SameAnswers comparison = new SameAnswers();
        comparison.compare("", before, now);
        return comparison.lost;
    }

    private void compare(String at, JsonNode before, JsonNode now) {
        if (before.isObject() && now.isObject()) {
            before.properties().forEach(field -> compareField(at, field.getKey(), field.getValue(), now));
            return;
        }
        if (isWords(before) && isWords(now)) {
            Set<String> gone = words(before);
            gone.removeAll(words(now));
            gone.forEach(word -> lost.add(at + ": " + word + " is gone"));
            return;
        }
        if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(at + "/" + i, before.get(i), now.get(i));
            }
            return;
        }
        if (!before.equals(now)) {
            lost.add(at + ": " + before + " became " + now);
        }
    }

    private void compareField(String at, String name, JsonNode before, JsonNode now) {
        if (!name.equals(REVISION)) {
            compare(at + "/" + name, before, now.path(name));
        }
    }

    private static boolean isWords(JsonNode node) {
        return node.isArray() && node.size() > 0 && node.get(0).isTextual();
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new TreeSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
