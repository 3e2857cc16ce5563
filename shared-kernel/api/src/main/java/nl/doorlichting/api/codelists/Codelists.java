package nl.doorlichting.api.codelists;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * All codelists that are enumerations in code, by name. Labels and definitions come from one file per language, {@code
 * codelists/nl.properties} and {@code codelists/en.properties}, in the order of the lists. Codelists that are data
 * (training types) belong to their service.
 */
public final class Codelists {
    private static final String LABEL = ".label";
    private static final String DEFINITION = ".definition";
    private static final Map<String, String> DUTCH = texts("nl");
    private static final Map<String, String> ENGLISH = texts("en");
    private static final Map<String, Codelist> ALL = read();

    private Codelists() {}

    /** All of them, by name. */
    public static List<Codelist> all() {
        return List.copyOf(ALL.values());
    }

    /** The one with this name, if any. */
    public static Optional<Codelist> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Codelist> read() {
        var values = new LinkedHashMap<String, List<CodelistValue>>();
        for (var key : DUTCH.keySet()) {
            if (key.endsWith(LABEL)) {
                var value = key.substring(0, key.length() - LABEL.length());
                var dot = value.indexOf('.');
                var list = values.computeIfAbsent(value.substring(0, dot), name -> new ArrayList<>());
                list.add(value(value, value.substring(dot + 1), list.size() + 1));
            }
        }
        var lists = new LinkedHashMap<String, Codelist>();
        values.forEach((name, codes) -> lists.put(name, new Codelist(name, codes)));
        return lists;
    }

    private static CodelistValue value(String key, String code, int order) {
        return new CodelistValue(
                code,
                text(DUTCH, key + LABEL),
                text(ENGLISH, key + LABEL),
                text(DUTCH, key + DEFINITION),
                text(ENGLISH, key + DEFINITION),
                order,
                null,
                null,
                null);
    }

    private static String text(Map<String, String> language, String key) {
        var text = language.get(key);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("a code has a label and a definition in both languages: " + key);
        }
        return text;
    }

    private static Map<String, String> texts(String language) {
        var texts = new LinkedHashMap<String, String>();
        var inOrder = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object put(Object key, Object text) {
                return texts.put((String) key, (String) text);
            }
        };
        try (var file = Codelists.class.getResourceAsStream("/codelists/" + language + ".properties")) {
            inOrder.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
